"""How many postings there are: the figures of the first page, and the ministry's table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.core.cache import caches
from django.db.models import Count, QuerySet, Sum
from django.utils import timezone

from keynet.vocabulary.occupations import Occupation
from keynet.vocabulary.prefectures import PREFECTURES
from postings.models import Listing, Posting, Tally
from postings.search.tallies import sum_of

SECONDS = 60
"""How old the number of facilities may be: it is the only one that no sum gives, and takes 50 ms at a million."""


class Cell(NamedTuple):
    """So many listings of an occupation in a prefecture."""

    occupation: str
    prefecture: str
    number: int


def live_cells() -> list[Cell]:
    """Return the listings by occupation and prefecture."""
    rows = (
        Tally.objects.filter(trait="", occupation__gt="", prefecture__gt="")
        .values_list("occupation", "prefecture")
        .annotate(sum=Sum("number"))
        .order_by("occupation", "prefecture")
    )
    return [Cell(*row) for row in rows]


@dataclass(frozen=True, slots=True)
class Totals:
    """The figures of the first page, as of one moment."""

    postings: int
    facilities: int
    places: int
    at: datetime


def totals() -> Totals:
    """Return how many postings and facilities seek how many people now."""
    return Totals(sum_of(""), _facilities(), sum_of("places"), timezone.now())


def _facilities() -> int:
    found: int | None = caches["pages"].get("postings.facilities")
    if found is None:
        found = Listing.objects.aggregate(found=Count("facility_id", distinct=True))["found"]
        if found:  # a list that is still empty fills any moment
            caches["pages"].set("postings.facilities", found, SECONDS)
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
        .annotate(found=Count("*"), people=Sum("headcount"))
    )
    found = {(code, occupation): Pair(count, people) for code, occupation, count, people in grouped}
    return Table(found, timezone.now())


def _sum(pairs: Iterable[Pair]) -> Pair:
    postings, people = zip(*pairs, strict=True)
    return Pair(sum(postings), sum(people))
