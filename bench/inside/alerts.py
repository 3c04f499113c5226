"""The morning's letters of all saved conditions, after a day that brought two thousand postings."""

import time
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.utils import timezone

from postings.alerts.conditions.digest import write_digests
from postings.alerts.conditions.timetable import last_closing
from postings.alerts.models import Frequency, SavedCondition
from postings.models import Listing

NEW = 2000
"""Postings that the day has brought; half of all where there are fewer."""


class Stopwatch:
    """Adds up the time that questions to the database take."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self, execute: Callable[..., Any], *question: Any) -> Any:
        started = time.perf_counter()
        try:
            return execute(*question)
        finally:
            self.seconds += time.perf_counter() - started


def answer() -> dict[str, float]:
    """Let the newest two thousand postings be new for everybody, and write the letters."""
    closing = last_closing(Frequency.DAILY, timezone.now())
    known = Listing.objects.filter(published_at__lte=closing).order_by("-published_at")
    since = known.values_list("published_at", flat=True)[min(NEW, known.count() // 2)]
    conditions = SavedCondition.objects.update(frequency=Frequency.DAILY, told_until=since)
    watch, started = Stopwatch(), time.perf_counter()
    with connection.execute_wrapper(watch):
        letters = write_digests(seconds=600)
    return {
        "conditions": conditions,
        "postings": Listing.objects.filter(published_at__gt=since, published_at__lte=closing).count(),
        "letters": letters,
        "seconds": time.perf_counter() - started,
        "database": watch.seconds,
    }
