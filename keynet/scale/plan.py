"""How much is to be invented, and from what."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from random import Random

from django.utils import timezone

POSTINGS_OF_A_FACILITY = 25
LARGEST_SHARE = 5_000
"""Postings that are invented and copied at once; what a process holds in memory."""


@dataclass(frozen=True)
class Plan:
    """The same plan makes the same rows, however many processes share the work."""

    postings: int
    conditions: int
    recruiters: int
    seed: int
    today: date
    first_posting: int
    first_version: int
    first_application: int
    # The person (id) who checked and hired.
    officer: int

    @property
    def facilities(self) -> int:
        """Return how many facilities offer all this."""
        return max(47, self.postings // POSTINGS_OF_A_FACILITY)

    @cached_property
    def midnight(self) -> datetime:
        """Return the beginning of today in Japan: everything happened before it."""
        return timezone.make_aware(datetime.combine(self.today, time()))

    @property
    def shares(self) -> list[range]:
        """Return the ids of the postings, cut into what is made at once."""
        last = self.first_posting + self.postings
        starts = range(self.first_posting, last, LARGEST_SHARE)
        return [range(start, min(start + LARGEST_SHARE, last)) for start in starts]

    def random(self, what: str) -> Random:
        """Return the numbers that one part is made from: of its own, so that parts do not depend on each other."""
        # With the first number, so that what is added later repeats no name and no secret id.
        return Random(f"{self.seed} {self.first_posting} {what}")  # noqa: S311  (believable data)

    def days_ago(self, days: int, minute: int) -> datetime:
        """Return a minute of a day before today."""
        return self.midnight + timedelta(days=-days, minutes=minute)
