"""The filters of the lists of postings (django-filter). Which values are allowed is said here and nowhere else."""

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.utils import timezone

from keynet.vocabulary import prefectures
from keynet.vocabulary.employment import EmploymentType
from keynet.vocabulary.japanese import search_words
from keynet.vocabulary.occupations import Occupation
from postings.models import Posting

REGIONS = dict(
    zip(
        ("hokkaido", "tohoku", "kanto", "chubu", "kinki", "chugoku", "shikoku", "kyushu"),
        prefectures.REGIONS,
        strict=True,
    )
)
"""Word in an address → name of the region."""


class AnyOf(django_filters.MultipleChoiceFilter):
    """One of the chosen values, as IN: it reads the index and needs no DISTINCT."""

    def filter(self, qs: QuerySet[Any], value: list[str]) -> QuerySet[Any]:
        """Keep rows with one of the values; no value keeps all."""
        return qs.filter(**{f"{self.field_name}__in": value}) if value else qs


def containing_all_words(queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
    """Keep postings in which every word occurs, whatever its width and kana."""
    words = Q()
    for word in search_words(value):
        words &= Q(**{f"{name}__contains": word})
    return queryset.filter(words)


class PublicFilter(django_filters.FilterSet):
    """What visitors search by; the names are the parameters of the address."""

    occ = AnyOf(field_name="occupation", label="職種", choices=Occupation.choices)
    pref = AnyOf(field_name="work_prefecture", label="都道府県", choices=prefectures.CHOICES)
    emp = AnyOf(field_name="employment_type", label="雇用形態", choices=EmploymentType.choices)
    urgent = django_filters.ChoiceFilter(
        field_name="urgent_until", label="緊急の募集", choices=[("1", "緊急の募集")], method="still_urgent"
    )
    q = django_filters.CharFilter(field_name="search_key", label="キーワード", method=containing_all_words)

    class Meta:
        model = Posting
        fields: list[str] = []

    def still_urgent(self, queryset: QuerySet[Posting], name: str, value: str) -> QuerySet[Posting]:
        """Keep postings whose urgent flag has not run out."""
        return queryset.filter(urgent_until__gt=timezone.now())
