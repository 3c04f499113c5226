"""Single days of work (spot, vaccination): each line of `spot_dates` has its own number of people."""

from typing import Any

from django.db import models
from django.db.models import Func

Day = dict[str, Any]


class DaysHold(Func):
    """Whether no day has more hires (`filled_days`) than the people it asks for (`spot_dates`); one SQL function."""

    function = "postings_days_hold"
    output_field = models.BooleanField()


def key_of(day: Day) -> str:
    """Return what tells one line from the others, e.g. `2026-12-05 09:00 17:00`."""
    return f"{day['on']} {day['starts']} {day['ends']}"


def overfilled(days: list[Day], filled: dict[str, int]) -> list[str]:
    """Return the keys of the days for which more people are hired than these days ask for."""
    asked = {key_of(day): int(day["headcount"]) for day in days}
    return [key for key, hired in filled.items() if hired > asked.get(key, 0)]
