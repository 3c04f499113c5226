"""How many conditions people have saved: numbers for office and ministry, never an address or a condition."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min
from django.utils import timezone

from keynet.outbox.models import Letter
from postings.alerts.letters import DIGEST
from postings.alerts.lifecycle import ConditionStatus
from postings.alerts.models import Frequency, SavedCondition, StopReason, Subscriber

SPAN = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of one moment; `stops` are those of the last thirty days by what people said."""

    states: list[tuple[str, list[int]]]
    frequencies: list[str]
    addresses: int
    letters: int
    stops: list[tuple[str, int]]
    told_until: datetime | None
    at: datetime


def figures() -> Figures:
    """Count; five queries, however many conditions there are."""
    now = timezone.now()
    by_state = (
        SavedCondition.objects.values_list("status", "frequency").annotate(number=Count("pk")).order_by()
    )
    numbers = {(status, frequency): number for status, frequency, number in by_state}
    stopped = SavedCondition.objects.filter(stopped_at__gt=now - SPAN).values_list("stop_reason")
    reasons = dict(stopped.annotate(number=Count("pk")).order_by())
    letters = Letter.objects.filter(kind=DIGEST.name, status=Letter.Status.SENT, created_at__gt=now - SPAN)
    return Figures(
        states=[
            (str(state.label), [numbers.get((state.value, every), 0) for every in Frequency.values])
            for state in ConditionStatus
        ],
        frequencies=[str(every.label) for every in Frequency],
        addresses=Subscriber.objects.count(),
        letters=letters.count(),
        stops=[
            *((str(one.label), reasons.get(one.value, 0)) for one in StopReason),
            ("答えなし", reasons.get("", 0)),
        ],
        told_until=SavedCondition.objects.wanted().aggregate(first=Min("told_until"))["first"],
        at=now,
    )
