"""What is paid: of each kind of wage the middle of the lowest amounts, for the landing pages."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.postgres.fields import ArrayField
from django.core.cache import caches
from django.db.models import Aggregate, Count, IntegerField
from django.utils import timezone

from keynet.vocabulary.money import yen, yen_range
from keynet.vocabulary.terms import WageType
from postings.models.listing import Listing

FEW = 5
"""With fewer postings only the median is said."""
SECONDS = 3600
"""How old the figures may be; they move slowly, and all nurses of Japan are a hundred thousand rows."""


class Quartiles(Aggregate):
    """Amounts that are really paid, at a quarter, the half and three quarters of the sorted rows."""

    function = "PERCENTILE_DISC"
    template = "%(function)s(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = ArrayField(IntegerField())


@dataclass(frozen=True, slots=True)
class Wage:
    """One kind of wage: in how many postings, the median, and between which amounts the middle half lies, if many."""

    label: str
    number: int
    median: str
    middle: str


@dataclass(frozen=True, slots=True)
class Wages:
    """The kinds of wage that occur, as of one moment."""

    kinds: list[Wage]
    at: datetime


def wages(occupation: str, prefecture: str = "") -> Wages:
    """Return what live postings of an occupation pay at least, in one prefecture or everywhere."""
    key = f"postings.wages.{occupation}.{prefecture}"
    found: Wages | None = caches["pages"].get(key)
    if found is None:
        found = Wages(_count(occupation, prefecture), timezone.now())
        caches["pages"].set(key, found, SECONDS)
    return found


def _count(occupation: str, prefecture: str) -> list[Wage]:
    place = {"prefecture": prefecture} if prefecture else {}
    rows = (
        Listing.objects.filter(occupation=occupation, **place)
        .values_list("wage_order")
        .annotate(number=Count("pk"), amounts=Quartiles("wage_min"))
        .order_by("wage_order")
    )
    kinds = list(WageType)
    return [
        Wage(str(kinds[order - 1].label), number, yen(median), yen_range(low, high) if number >= FEW else "")
        for order, number, (low, median, high) in rows
        if order <= len(kinds)
    ]
