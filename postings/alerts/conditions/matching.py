"""Which of the new postings fit which condition: the postings of a span are held as sets, the conditions stream past.

There is one meaning of a condition, the search's. Occupation and place, which nearly everybody chooses, are looked up
in sets made from the search's own rows; all the rest of a condition, whatever the search will ever learn, is asked of the
search itself, once for everybody who shares it. That `matching` is their intersection is what the search promises (its
parameters are joined by "and") and what a test holds for random conditions and postings.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from postings.models.listing import Listing
from postings.search.criteria import Criteria
from postings.search.posting_search import matching

EVERYTHING = Criteria()


class Fresh:
    """The live postings published after `since` and up to `until`: some thousands, however many conditions there are."""

    def __init__(self, since: datetime, until: datetime) -> None:
        self.span = {"published_at__gt": since, "published_at__lte": until}
        self.published_at: dict[int, datetime] = {}
        self._of_occupation: dict[str, set[int]] = defaultdict(set)
        self._of_prefecture: dict[str, set[int]] = defaultdict(set)
        rows = Listing.objects.filter(**self.span)
        for pk, at, occupation, prefecture in rows.values_list(
            "posting", "published_at", "occupation", "prefecture"
        ):
            self.published_at[pk] = at
            self._of_occupation[occupation].add(pk)
            self._of_prefecture[prefecture].add(pk)
        self._of_rest: dict[Criteria, set[int]] = {}

    def matching(self, criteria: Criteria) -> set[int]:
        """Return the new postings that the search finds for the criteria."""
        found = set(self.published_at)
        if criteria.occ:
            found &= _any_of(self._of_occupation, criteria.occ)
        if criteria.prefectures:
            found &= _any_of(self._of_prefecture, criteria.prefectures)
        rest = replace(criteria, occ=(), region=(), pref=())
        return found & self._fitting(rest) if found and rest != EVERYTHING else found

    def _fitting(self, rest: Criteria) -> set[int]:
        """Return the new postings that fit the further conditions, asked of the search once."""
        if rest not in self._of_rest:
            asked = matching(rest).filter(**self.span)
            self._of_rest[rest] = set(asked.values_list("pk", flat=True))
        return self._of_rest[rest]


def _any_of(sets: dict[str, set[int]], values: Iterable[str]) -> set[int]:
    return set().union(*(sets[value] for value in values if value in sets))
