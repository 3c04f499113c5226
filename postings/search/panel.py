"""The panel beside the result: every choice with the number of postings it would show."""

from dataclasses import dataclass

from keynet.vocabulary.occupations import Occupation
from keynet.vocabulary.prefectures import REGIONS as PREFECTURES_OF
from postings.search.criteria import LISTS
from postings.search.filters import REGIONS
from postings.search.posting_search import PostingSearch


@dataclass(frozen=True, slots=True)
class Choice:
    """One checkbox."""

    value: str
    label: str
    count: int
    checked: bool


@dataclass(frozen=True, slots=True)
class Region:
    """One of the eight regions with its prefectures."""

    whole: Choice
    prefectures: list[Choice]

    @property
    def picked(self) -> int:
        """Return how many boxes in it are checked."""
        return sum(choice.checked for choice in [self.whole, *self.prefectures])

    @property
    def has_parts(self) -> bool:
        """Return whether 「すべて」 means more than its only prefecture."""
        return len(self.prefectures) > 1


@dataclass(frozen=True, slots=True)
class Panel:
    """All choices of a search."""

    occupations: list[Choice]
    regions: list[Region]
    employments: list[Choice]
    urgent: Choice

    @property
    def picked_places(self) -> int:
        """Return how many places are chosen."""
        return sum(region.picked for region in self.regions)


def panel(search: PostingSearch) -> Panel:
    """Return the choices with their counts; 「その他」 only where there is something to find."""
    chosen, facets = search.criteria, search.facets
    occupations = [
        Choice(value, label, facets.occ[value], value in chosen.occ)
        for value, label in LISTS["occ"][1].items()
        if value != Occupation.OTHER or facets.occ[value] or value in chosen.occ
    ]
    employments = [
        Choice(value, label, facets.emp[value], value in chosen.emp)
        for value, label in LISTS["emp"][1].items()
    ]
    urgent = Choice("1", "緊急の募集だけ表示する", facets.urgent, chosen.urgent)
    return Panel(occupations, [_region(search, slug) for slug in REGIONS], employments, urgent)


def _region(search: PostingSearch, slug: str) -> Region:
    chosen, counts, name = search.criteria, search.facets.pref, REGIONS[slug]
    prefectures = [
        Choice(p.code, p.name, counts[p.code], p.code in chosen.pref) for p in PREFECTURES_OF[name]
    ]
    total = sum(choice.count for choice in prefectures)
    return Region(Choice(slug, name, total, slug in chosen.region), prefectures)
