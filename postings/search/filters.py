"""The filters of the lists of postings (django-filter). Which values are allowed is said here and nowhere else."""

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet

from keynet.forms import Form
from keynet.vocabulary import prefectures
from keynet.vocabulary.departments import Department
from keynet.vocabulary.employment import EmploymentType, Program
from keynet.vocabulary.mistakes import Mistake
from keynet.vocabulary.occupations import Occupation
from keynet.vocabulary.parsing import parse_date
from keynet.vocabulary.recruiting import Tag
from keynet.vocabulary.terms import Childcare, Housing, ShiftPattern, WageType
from postings.lifecycle import PostingStatus
from postings.models import Listing, Posting
from postings.search.lookups import Lookup, of_traits

REGIONS = dict(
    zip(
        ("hokkaido", "tohoku", "kanto", "chubu", "kinki", "chugoku", "shikoku", "kyushu"),
        prefectures.REGIONS,
        strict=True,
    )
)
"""Word in an address → name of the region."""


class AnyOf(django_filters.MultipleChoiceFilter):
    """One of the chosen values. The parameter is the name of a trait; a column holds the same for the frequent ones."""

    def __init__(self, *args: Any, column: str = "", **kwargs: Any) -> None:
        self.column = column
        super().__init__(*args, **kwargs)

    def truth(self, values: Sequence[str]) -> Q:
        """Return what is true of the listings that fit."""
        return Q(**{f"{self.column}__in": values}) if self.column else Q(traits__overlap=self.traits(values))

    def lookup(self, values: Sequence[str]) -> Lookup:
        """Return what the index is asked."""
        return of_traits(self.field_name, values)

    def filter(self, qs: QuerySet[Listing], value: Sequence[str]) -> QuerySet[Listing]:
        """Keep what fits; no value keeps all."""
        return qs.filter(self.truth(value)) if value else qs

    def traits(self, values: Iterable[str]) -> list[str]:
        """Return the values as listings have them."""
        return [f"{self.field_name}:{value}" for value in values]


class AllOf(AnyOf):
    """Every one of the chosen values: wishes add up."""

    def truth(self, values: Sequence[str]) -> Q:
        """Return what is true of the listings that fit."""
        return Q(traits__contains=self.traits(values))

    def lookup(self, values: Sequence[str]) -> Lookup:
        """Return what the index is asked."""
        return (tuple(lexeme for (lexeme,) in of_traits(self.field_name, values)),)


class Place(AnyOf):
    """Prefectures ("13"), and cities ("14横浜市中区") where only a part of a prefecture is meant."""

    def truth(self, values: Sequence[str]) -> Q:
        """Return what is true of the listings that fit."""
        whole, cities = self._parts(values)
        in_whole = Q(prefecture__in=whole)
        if not cities:
            return in_whole
        around = Q(prefecture__in={city[:2] for city in cities})
        in_city = around & Q(traits__overlap=[f"city:{city}" for city in cities])
        return in_whole | in_city if whole else in_city

    def lookup(self, values: Sequence[str]) -> Lookup:
        """Return what the index is asked."""
        whole, cities = self._parts(values)
        return of_traits("pref", whole) + of_traits("city", cities)

    def _parts(self, values: Sequence[str]) -> tuple[list[str], list[str]]:
        return [value for value in values if len(value) == 2], [value for value in values if len(value) > 2]


class PublicFilter(django_filters.FilterSet):
    """What visitors choose from; the names are the parameters of the address and the traits of listings."""

    occ = AnyOf(label="職種", choices=Occupation.choices, column="occupation")
    pref = Place(label="都道府県", choices=prefectures.CHOICES)
    emp = AnyOf(
        label="雇用形態", choices=[(one.value, one.short) for one in EmploymentType], column="employment"
    )
    program = AnyOf(label="募集区分", choices=Program.choices)
    shift = AnyOf(label="勤務形態", choices=ShiftPattern.choices)
    dept = AnyOf(label="診療科・配属", choices=Department.choices)
    pay = AnyOf(label="給与の形", choices=WageType.choices)
    care = AnyOf(label="託児", choices=[one for one in Childcare.choices if one[0] != Childcare.NONE])
    home = AnyOf(label="宿舎・住宅", choices=[one for one in Housing.choices if one[0] != Housing.NONE])
    tag = AllOf(label="こだわり", choices=Tag.choices)
    online = AllOf(label="面接", choices=[("1", "オンライン面接可")])

    class Meta:
        model = Listing
        fields: list[str] = []


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
