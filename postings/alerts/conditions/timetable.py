"""When saved conditions are looked up: every morning, and on Mondays also those of the week (times are JST)."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from keynet.vocabulary.japanese import JST
from postings.alerts.models import Frequency

CLOSES = time(6, 50)
"""A letter tells what was published up to here. The round starts ten minutes later, when every publication of that
minute is surely committed: what is seen late is in the next letter, never in none."""
MONDAY = 0


def closing(day: date) -> datetime:
    """Return the moment up to which the letters of a day tell."""
    return datetime.combine(day, CLOSES, tzinfo=JST)


def last_closing(frequency: str, now: datetime) -> datetime:
    """Return the latest moment up to which letters of a frequency are due by now."""
    today = timezone.localdate(now, JST)
    day = today if closing(today) <= now else today - timedelta(days=1)
    if frequency == Frequency.WEEKLY:
        day -= timedelta(days=(day.weekday() - MONDAY) % 7)
    return closing(day)


def letter_day(published_at: datetime, frequency: str) -> date:
    """Return the day whose letter tells of a posting published at this moment."""
    published = published_at.astimezone(JST)
    day = published.date() if published <= closing(published.date()) else published.date() + timedelta(days=1)
    if frequency == Frequency.WEEKLY:
        day += timedelta(days=(MONDAY - day.weekday()) % 7)
    return day
