"""What a condition would have brought in the last thirty days, letter by letter: shown before anybody starts it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from django.utils import timezone

from postings.alerts.conditions.timetable import last_closing, letter_day
from postings.models import Posting
from postings.search.criteria import Criteria
from postings.search.posting_search import matching

SPAN = timedelta(days=30)
MOST_COUNTED = 3000
MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class PastLetter:
    """One letter that would have left: its day, how many postings, and the newest of them."""

    day: date
    count: int
    postings: list[Posting]

    @property
    def more(self) -> int:
        """Return how many postings are not shown."""
        return self.count - len(self.postings)


@dataclass(frozen=True, slots=True)
class Preview:
    """The letters of the last thirty days, the newest first."""

    letters: list[PastLetter]
    capped: bool

    @property
    def count(self) -> int:
        """Return how many postings they would have told."""
        return sum(letter.count for letter in self.letters)


def preview(criteria: Criteria, frequency: str) -> Preview:
    """Return the letters that the postings which are still open would have been in; two queries."""
    until = last_closing(frequency, timezone.now())
    found = matching(criteria).filter(published_at__gt=until - SPAN, published_at__lte=until)
    newest = list(found.order_by("-published_at", "-pk").values_list("pk", "published_at")[:MOST_COUNTED])
    by_day: dict[date, list[int]] = defaultdict(list)
    for pk, published_at in newest:
        if published_at is not None:
            by_day[letter_day(published_at, frequency)].append(pk)
    shown = [pk for postings in by_day.values() for pk in postings[:MOST_SHOWN]]
    rows = Posting.objects.for_list().in_bulk(shown)
    letters = [
        PastLetter(day, len(pks), [rows[pk] for pk in islice(pks, MOST_SHOWN) if pk in rows])
        for day, pks in by_day.items()
    ]
    return Preview(letters, capped=len(newest) == MOST_COUNTED)
