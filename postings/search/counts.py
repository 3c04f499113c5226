"""How many postings there are, by what people choose from: one GROUP BY, everything else is adding up."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from django.core.cache import caches
from django.db.models import Case, Count, F, IntegerField, QuerySet, Sum, Value, When
from django.utils import timezone

from keynet.vocabulary.occupations import Occupation
from keynet.vocabulary.prefectures import PREFECTURES
from postings.models import Posting
from postings.search.criteria import Criteria

SECONDS = 30
"""How old the counts of the whole list may be; at a million postings they cost 100 ms."""


class Cell(NamedTuple):
    """So many postings share these four values."""

    occupation: str
    prefecture: str
    employment: str
    urgent: int
    number: int


def cells(postings: QuerySet[Posting]) -> list[Cell]:
    """Return the postings counted by all that can be chosen, in one query."""
    urgent = Case(
        When(urgent_until__gt=timezone.now(), then=Value(1)), default=Value(0), output_field=IntegerField()
    )
    rows = (
        postings.order_by()
        .annotate(urgent=urgent)
        .values_list("occupation", "work_prefecture", "employment_type", "urgent")
        .annotate(found=Count("pk"))
    )
    return [Cell(*row) for row in rows]


def live_cells() -> list[Cell]:
    """Return the cells of the whole list, at most `SECONDS` old."""
    pages = caches["pages"]
    found: list[Cell] | None = pages.get("postings.cells")
    if found is None:
        found = cells(Posting.objects.live())
        if found:  # a list that is still empty fills any moment
            pages.set("postings.cells", found, SECONDS)
    return found


@dataclass(slots=True)
class Facets:
    """What each choice would show: every dimension is counted under the conditions of all others."""

    occ: Counter[str] = field(default_factory=Counter)
    pref: Counter[str] = field(default_factory=Counter)
    emp: Counter[str] = field(default_factory=Counter)
    urgent: int = 0
    total: int = 0


def facets(found: Iterable[Cell], criteria: Criteria) -> Facets:
    """Add up the cells under the criteria; the keyword has been applied to the cells already."""
    counts = Facets()
    occ, pref, emp = set(criteria.occ), set(criteria.prefectures), set(criteria.emp)
    for cell in found:
        is_occ = not occ or cell.occupation in occ
        is_pref = not pref or cell.prefecture in pref
        is_emp = not emp or cell.employment in emp
        is_urgent = not criteria.urgent or cell.urgent
        if is_pref and is_emp and is_urgent:
            counts.occ[cell.occupation] += cell.number
        if is_occ and is_emp and is_urgent:
            counts.pref[cell.prefecture] += cell.number
        if is_occ and is_pref and is_urgent:
            counts.emp[cell.employment] += cell.number
        if is_occ and is_pref and is_emp:
            counts.urgent += cell.number if cell.urgent else 0
            counts.total += cell.number if is_urgent else 0
    return counts


@dataclass(frozen=True, slots=True)
class Totals:
    """The figures of the first page, as of one moment."""

    postings: int
    facilities: int
    places: int
    at: datetime


def totals() -> Totals:
    """Return how many postings and facilities seek how many people now."""
    found: Totals | None = caches["pages"].get("postings.totals")
    if found is None:
        sums = Posting.objects.live().aggregate(
            postings=Count("pk"),
            facilities=Count("facility", distinct=True),
            places=Sum(F("headcount") - F("hired_count"), default=0),
        )
        found = Totals(**sums, at=timezone.now())
        if found.postings:
            caches["pages"].set("postings.totals", found, SECONDS)
    return found


class Pair(NamedTuple):
    """Postings and people sought."""

    postings: int = 0
    people: int = 0


class Line(NamedTuple):
    """One cell of the table as a line of a file."""

    code: str
    prefecture: str
    occupation: str
    pair: Pair
    at: datetime


@dataclass(frozen=True, slots=True)
class Table:
    """都道府県 × 職種 (F.12) as of one moment; every row ends with its sum."""

    cells: dict[tuple[str, str], Pair]
    at: datetime

    @property
    def occupations(self) -> list[str]:
        """Return the headings of the columns."""
        return [str(choice.label) for choice in Occupation]

    @property
    def rows(self) -> list[tuple[str, list[Pair]]]:
        """Return each prefecture's name with its cells and their sum."""
        return [(prefecture.name, self._row(code)) for code, prefecture in PREFECTURES.items()]

    @property
    def sums(self) -> list[Pair]:
        """Return the sums of the columns, the whole at the end."""
        columns = zip(*(self._row(code) for code in PREFECTURES), strict=True)
        return [_sum(column) for column in columns]

    def lines(self) -> list[Line]:
        """Return every cell with its names, empty ones too."""
        return [
            Line(code, found.name, str(choice.label), self.cells.get((code, choice.value), Pair()), self.at)
            for code, found in PREFECTURES.items()
            for choice in Occupation
        ]

    def _row(self, code: str) -> list[Pair]:
        pairs = [self.cells.get((code, occupation), Pair()) for occupation in Occupation.values]
        return [*pairs, _sum(pairs)]


def table(postings: QuerySet[Posting]) -> Table:
    """Count the given postings and the people they seek, in one query."""
    grouped = (
        postings.order_by()
        .values_list("work_prefecture", "occupation")
        .annotate(found=Count("pk"), people=Sum("headcount"))
    )
    found = {(code, occupation): Pair(count, people) for code, occupation, count, people in grouped}
    return Table(found, timezone.now())


def _sum(pairs: Iterable[Pair]) -> Pair:
    postings, people = zip(*pairs, strict=True)
    return Pair(sum(postings), sum(people))
