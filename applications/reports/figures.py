"""The ministry's figures of hires and training: counts by prefecture, never a name."""

from typing import NamedTuple

from django.db.models import Count, Q, QuerySet

from applications.models import Hire
from keynet.vocabulary.prefectures import PREFECTURES


class Line(NamedTuple):
    """One prefecture: how many were hired, and for how many the training was reported."""

    prefecture: str
    hires: int
    reported: int

    @property
    def unreported(self) -> int:
        """Return for how many the report is still due."""
        return self.hires - self.reported


def by_prefecture(hires: QuerySet[Hire]) -> list[Line]:
    """Return a line for each of the 47 prefectures."""
    rows = (
        hires.order_by()
        .values("posting__work_prefecture")
        .annotate(hires=Count("pk"), reported=Count("pk", filter=Q(training_report__isnull=False)))
    )
    found = {row["posting__work_prefecture"]: (row["hires"], row["reported"]) for row in rows}
    return [Line(place.name, *found.get(code, (0, 0))) for code, place in PREFECTURES.items()]


def total(lines: list[Line]) -> Line:
    """Return the sum of the lines."""
    return Line("合計", sum(line.hires for line in lines), sum(line.reported for line in lines))
