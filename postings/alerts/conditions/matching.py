"""Which of the new postings fit which condition: the postings of a span are held as sets, the conditions stream past.

There is one meaning of a condition, the search's. What nearly everybody chooses (occupation, prefecture, footing) is
looked up in sets made of the search's own columns; all the rest of a condition, whatever the search will ever learn, is
asked of the search itself, once for everybody who shares it. That the search finds their intersection is what it
promises ("a listing has to fit all of them"), and what a test holds for random conditions and postings.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from postings.models import Listing
from postings.search.criteria import Criteria
from postings.search.predicates import listings

COLUMNS = ("occupation", "prefecture", "employment")


class Fresh:
    """The live postings published after `since` and up to `until`: some thousands, however many conditions there are."""

    def __init__(self, since: datetime, until: datetime) -> None:
        self.span = {"published_at__gt": since, "published_at__lte": until}
        self.published_at: dict[int, datetime] = {}
        self._having: dict[tuple[str, str], set[int]] = defaultdict(set)
        for pk, at, *values in Listing.objects.filter(**self.span).values_list(
            "pk", "published_at", *COLUMNS
        ):
            self.published_at[pk] = at
            for column, value in zip(COLUMNS, values, strict=True):
                self._having[column, value].add(pk)
        self._of_part: dict[Criteria, set[int]] = {}

    def matching(self, criteria: Criteria) -> set[int]:
        """Return the new postings that the search finds for the criteria."""
        # A city means more than its column: then the whole place is asked of the search.
        prefectures = () if criteria.city else criteria.prefectures
        chosen = zip(COLUMNS, (criteria.occ, prefectures, criteria.emp), strict=True)
        parts: Iterator[set[int]] = (self._any_of(column, values) for column, values in chosen if values)
        found = next(parts, None)
        for part in parts:
            found = found & part if found is not None else part
        return self._fitting_rest(criteria, set(self.published_at) if found is None else found)

    def _fitting_rest(self, criteria: Criteria, found: set[int]) -> set[int]:
        rest = replace(criteria, occ=(), emp=())
        if not criteria.city:
            rest = replace(rest, region=(), pref=())
        for part in (replace(rest, q="", exact=False), Criteria(q=rest.q, exact=rest.exact)):
            if found and part.narrows:
                found = found & self._asked(part)
        return found

    def _asked(self, part: Criteria) -> set[int]:
        """Return the new postings that fit a part of a condition. The span is small: it is walked, not the whole index."""
        if part not in self._of_part:
            rows = listings(part, proposed=False).filter(**self.span)
            self._of_part[part] = set(rows.values_list("pk", flat=True))
        return self._of_part[part]

    def _any_of(self, column: str, values: Iterable[str]) -> set[int]:
        return set().union(*(self._having.get((column, value), ()) for value in values))
