"""The filters of the lists of postings (django-filter). Which values are allowed is said here and nowhere else."""

import unicodedata
from datetime import date
from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone

from keynet.forms import Form
from keynet.vocabulary import prefectures
from keynet.vocabulary.employment import EmploymentType, Program
from keynet.vocabulary.japanese import search_words
from keynet.vocabulary.mistakes import Mistake
from keynet.vocabulary.occupations import Occupation
from keynet.vocabulary.parsing import parse_date
from postings.lifecycle import PostingStatus
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


class DayField(forms.Field):
    """A day typed in one go: 2026/12/1, 令和8年12月1日."""

    def to_python(self, value: Any) -> date | None:
        """Return the day, or say how to write one."""
        try:
            return parse_date(value) if value else None
        except Mistake as mistake:
            raise forms.ValidationError(mistake.sentence, code=mistake.code) from mistake


DAY_EXAMPLE = "例：2026年12月1日"


class DayFilter(django_filters.Filter):
    """Compares a moment's day in Japan with a typed day."""

    field_class = DayField


class MinistryFilter(django_filters.FilterSet):
    """What the ministry narrows its list of all postings by; file and list use the same."""

    status = django_filters.ChoiceFilter(
        label="状態",
        choices=[choice for choice in PostingStatus.choices if choice[0] != PostingStatus.DRAFT],
        empty_label="すべて",
    )
    program = django_filters.ChoiceFilter(label="募集区分", choices=Program.choices, empty_label="すべて")
    occupation = django_filters.ChoiceFilter(label="職種", choices=Occupation.choices, empty_label="すべて")
    prefecture = django_filters.ChoiceFilter(
        field_name="work_prefecture",
        label="都道府県",
        choices=prefectures.GROUPED_CHOICES,
        empty_label="すべて",
    )
    employment = django_filters.ChoiceFilter(
        field_name="employment_type", label="雇用形態", choices=EmploymentType.choices, empty_label="すべて"
    )
    since = DayFilter(
        field_name="submitted_at",
        lookup_expr="date__gte",
        label="提出日（この日から）",
        help_text=DAY_EXAMPLE,
    )
    until = DayFilter(
        field_name="submitted_at",
        lookup_expr="date__lte",
        label="提出日（この日まで）",
        help_text=DAY_EXAMPLE,
    )
    words = django_filters.CharFilter(label="番号・施設名・タイトル", method="by_number_or_words")

    class Meta:
        model = Posting
        fields: list[str] = []
        form = Form

    def by_number_or_words(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Keep the posting of a printed number, or those whose facility or title contains the words."""
        text = value.strip()
        by_number = Posting.objects.numbered(unicodedata.normalize("NFKC", text).upper())
        of_words = Q(facility__name__icontains=text) | Q(title__icontains=text)
        return queryset.filter(Q(pk__in=by_number.values("pk")) | of_words)
