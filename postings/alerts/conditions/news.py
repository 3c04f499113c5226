"""What is new for one address: postings, and for each the conditions that it fits."""

from collections import defaultdict
from typing import Any

from django.conf import settings

from postings.alerts.conditions.entries import Entry
from postings.alerts.conditions.matching import Fresh
from postings.alerts.conditions.stored import criteria_of, in_words
from postings.search.landing import address

MOST = 20
"""Postings of one letter; the pages of the conditions show all."""


class News:
    """The new postings of one address by the conditions (stored queries) that brought them."""

    def __init__(self) -> None:
        self._queries: dict[int, list[str]] = defaultdict(list)
        self._counts: dict[str, int] = {}

    def add(self, query: str, postings: set[int]) -> None:
        """Add what one condition brought."""
        if postings:
            self._counts[query] = len(postings)
        for posting in postings:
            self._queries[posting].append(query)

    def newest(self, fresh: Fresh) -> list[int]:
        """Return the postings that a letter shows, the newest first."""
        return sorted(self._queries, key=lambda pk: (fresh.published_at[pk], pk), reverse=True)[:MOST]

    def tells(self, lines: dict[int, Entry]) -> bool:
        """Return whether any of the postings can still be shown."""
        return any(posting in lines for posting in self._queries)

    def context(self, fresh: Fresh, lines: dict[int, Entry]) -> dict[str, Any]:
        """Return what the letter says; what ended since the round began is left out."""
        newest = self.newest(fresh)
        shown = [posting for posting in newest if posting in lines]
        total = len(self._queries) - (len(newest) - len(shown))
        return {
            "postings": [{**lines[posting], "reasons": self._reasons(posting)} for posting in shown],
            "total": total,
            "more": total - len(shown),
            "conditions": [_condition(query, count) for query, count in self._counts.items()],
        }

    def _reasons(self, posting: int) -> list[str]:
        return [in_words(criteria_of(query)) for query in self._queries[posting]]


def _condition(query: str, count: int) -> dict[str, Any]:
    criteria = criteria_of(query)
    return {"words": in_words(criteria), "count": count, "url": settings.SITE_URL + address(criteria)}
