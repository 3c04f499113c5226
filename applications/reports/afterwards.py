"""What was put right when a period was over already. Figures are never locked: they say what is true now, and this says
why they differ from those that were read at the end of the period.
"""

from datetime import date
from typing import NamedTuple

from applications.models import Hire
from applications.reports.models import OutsideHires, TrainingCorrection
from facilities.models import Facility


class Afterwards(NamedTuple):
    """How many of each were put right after the last day of a period."""

    cancelled: int
    """Hires of the period that were taken back."""
    trainings: int
    """Corrections of trainings that were reported in the period."""
    outside: int
    """Numbers of other ways that were reported in the period."""


def corrections_after(facility: Facility, first: date, last: date) -> Afterwards:
    """Return what a facility has put right since the period ended."""
    period = (first, last)
    cancelled = Hire.objects.filter(
        posting__facility=facility, hired_at__date__range=period, cancelled_at__date__gt=last
    )
    trainings = TrainingCorrection.objects.filter(
        report__hire__posting__facility=facility,
        report__hire__cancelled_at=None,
        report__reported_at__date__range=period,
        corrected_at__date__gt=last,
    )
    outside = OutsideHires.objects.filter(
        posting__facility=facility, reported_at__date__range=period, corrected_at__date__gt=last
    )
    return Afterwards(cancelled.count(), trainings.count(), outside.count())
