"""Figures of hires and training: counts by prefecture, occupation or program, never a name."""

from typing import Any, NamedTuple

from django.db.models import Count, Max, Min, Q, QuerySet, Sum, TextChoices

from applications.lifecycle import UNDECIDED
from applications.models import Application, Hire
from applications.reports.models import OutsideHires
from keynet.vocabulary.employment import Program
from keynet.vocabulary.occupations import Occupation
from keynet.vocabulary.prefectures import PREFECTURES
from keynet.vocabulary.recruiting import Referrer


class By(TextChoices):
    """What a table has its lines for; the value names the parameter of the address."""

    PREFECTURE = "prefecture", "都道府県ごと"
    OCCUPATION = "occupation", "職種ごと"
    PROGRAM = "program", "募集区分ごと"


COLUMNS = {By.PREFECTURE: "work_prefecture", By.OCCUPATION: "occupation", By.PROGRAM: "program"}
"""Column of the posting behind each."""
WORDS: dict[By, dict[str, str]] = {
    By.PREFECTURE: {code: place.name for code, place in PREFECTURES.items()},
    By.OCCUPATION: dict(Occupation.choices),
    By.PROGRAM: dict(Program.choices),
}


class Scope(NamedTuple):
    """What is counted."""

    hires: QuerySet[Hire]
    outside: QuerySet[OutsideHires]
    selections: QuerySet[Application]
    """Direct selections whose result is still due."""


def scope(hires: QuerySet[Hire], prefecture: str = "") -> Scope:
    """Return everything, or what belongs to the postings of one prefecture."""
    place = {"posting__work_prefecture": prefecture} if prefecture else {}
    selecting = Application.objects.filter(direct_selection_on__isnull=False, status__in=UNDECIDED)
    return Scope(
        hires.filter(cancelled_at=None, **place),
        OutsideHires.objects.filter(**place),
        selecting.filter(**place),
    )


Counts = tuple[int, int, int, int]
NOBODY: Counts = (0, 0, 0, 0)


class Line(NamedTuple):
    """One line: how many were hired, in which ways, and for how many the training was reported."""

    value: str
    words: str
    hires: int
    direct: int
    referred: int
    reported: int
    outside: int
    undecided: int

    @property
    def unreported(self) -> int:
        """Return for how many the training report is still due."""
        return self.hires - self.reported


def lines(counted: Scope, by: By) -> list[Line]:
    """Return a line for each value, in the order of the vocabulary; three queries."""
    key = f"posting__{COLUMNS[by]}"
    hires = counted.hires.order_by().values_list(key)
    counts: dict[str, Counts] = {
        value: (hired, direct, referred, reported)
        for value, hired, direct, referred, reported in hires.annotate(
            hires=Count("pk"),
            direct=Count("pk", filter=Q(application__direct_selection_on__isnull=False)),
            referred=Count("pk", filter=~Q(referred_by=Referrer.NONE)),
            reported=Count("pk", filter=Q(training_report__isnull=False)),
        )
    }
    outside = dict(counted.outside.order_by().values_list(key).annotate(people=Sum("people")))
    undecided = dict(counted.selections.order_by().values_list(key).annotate(rows=Count("pk")))
    return [
        Line(value, words, *numbers, outside.get(value, 0), undecided.get(value, 0))
        for value, words in WORDS[by].items()
        for numbers in [counts.get(value, NOBODY)]
    ]


def total(found: list[Line]) -> Line:
    """Return the sum of the lines."""
    return Line(
        "",
        "合計",
        hires=sum(line.hires for line in found),
        direct=sum(line.direct for line in found),
        referred=sum(line.referred for line in found),
        reported=sum(line.reported for line in found),
        outside=sum(line.outside for line in found),
        undecided=sum(line.undecided for line in found),
    )


PLACE = "posting__facility"
LINE = (
    *(PLACE, f"{PLACE}__name", f"{PLACE}__prefecture", f"{PLACE}__phone"),
    *(f"posting__{column}" for column in COLUMNS.values()),
)
"""What a line of whom to remind is about: a facility's hires for work of one prefecture, occupation and program."""


def to_remind(hires: QuerySet[Hire]) -> QuerySet[Any]:
    """Return how many of a facility's hires are not reported, by `LINE`, the work that began first before all."""
    unreported = Q(training_report=None)
    return (
        hires.order_by()
        .values(*LINE)
        .annotate(
            hires=Count("pk"),
            people=Count("pk", filter=unreported),
            oldest=Min("starts_on", filter=unreported),
            asked_on=Max("training_asked_on", filter=unreported),
        )
        .filter(people__gt=0)
        .order_by("oldest", *LINE)
    )


def facilities_to_remind(hires: QuerySet[Hire]) -> int:
    """Return how many facilities have not reported."""
    return hires.filter(training_report=None).order_by().values(PLACE).distinct().count()
