"""The one search: result page, counts, links, landing pages and stored conditions all ask here.

It shows what matches explicit conditions in an explicit order and nothing else: no ranking by own judgement
(domain.md Decision 6; 職業安定法4条, the line to 職業紹介).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import cast

from django.core.paginator import Paginator
from django.db.models import QuerySet

from keynet.vocabulary.japanese import compact
from postings.models import Listing, Posting
from postings.search.choices import LISTS
from postings.search.chosen import Criteria
from postings.search.counting import Count
from postings.search.facets import Facets
from postings.search.hints import Hint, hints
from postings.search.landing import address, is_fixed
from postings.search.orders import ORDERS, RULES, posting_order
from postings.search.predicates import Keyword, listings, matching
from postings.search.reading import Reading
from postings.search.walking import soon_met

__all__ = ["MANY", "Chip", "PostingSearch", "matching", "named"]

NUMBER = re.compile(r"KN(\d{4})(\d{6,12})")
MANY = 1000
"""So many postings can be read page by page; who finds more is asked to narrow."""
AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Chip:
    """A chosen condition, and the address of the search without it."""

    label: str
    url: str


def named(keyword: str) -> Posting | None:
    """Return the public posting whose number was typed, in any width and with or without hyphens."""
    found = NUMBER.fullmatch(compact(keyword).upper())
    number = f"KN-{found[1]}-{found[2]}" if found else ""
    posting = Posting.objects.public().numbered(number).first()
    return posting if posting and posting.number == number else None


class PostingSearch:
    """One search and everything its page needs; each query runs once, and only when asked for."""

    def __init__(self, criteria: Criteria) -> None:
        self.criteria = criteria
        self.keyword = Keyword(criteria)
        self.counted = Count(criteria, self.keyword)

    @property
    def results(self) -> QuerySet[Posting]:
        """Return all postings in the asked order, ready for cards; for a page `paginator` is quicker."""
        return matching(self.criteria).select_related("facility").order_by(*posting_order(self.criteria.sort))

    def rows(self) -> Iterator[Posting]:
        """Give all postings in the asked order, some at a time, for files of any length."""
        stream = self._keys(proposed=True).iterator(chunk_size=AT_ONCE)
        while some := list(islice(stream, AT_ONCE)):
            yield from _postings(some)

    def first(self, number: int, *, but: Posting | None = None) -> list[Posting]:
        """Return the first postings in the asked order, without counting any."""
        found = _postings(list(self._keys(proposed=True)[: number + 1]))
        return [posting for posting in found if posting != but][:number]

    def between(self, start: int, stop: int) -> list[Posting]:
        """Return the postings of these places in the order."""
        known = self.counted.page
        if known is not None and start == self.criteria.per * (self.criteria.page - 1):
            return _postings(known[: stop - start])
        if self.is_capped:
            met = soon_met(self.criteria, self.keyword, ORDERS[self.criteria.sort], start, stop)
            return _postings(met or list(self._keys(proposed=True)[start:stop]))
        return _postings(list(self._keys(proposed=known is not None)[start:stop]))

    def _keys(self, *, proposed: bool) -> QuerySet[Listing, int]:
        ordered = listings(self.criteria, self.keyword, proposed=proposed).order_by(
            *ORDERS[self.criteria.sort]
        )
        return ordered.values_list("pk", flat=True)

    @property
    def facets(self) -> Facets:
        """Return the numbers beside the choices, from the same rows as the results."""
        return self.counted.facets

    @property
    def total(self) -> int:
        """Return how many postings match; where `is_capped`, at least so many."""
        return self.counted.total

    @property
    def is_capped(self) -> bool:
        """Return whether more match than are counted."""
        return self.counted.is_capped

    @property
    def total_words(self) -> str:
        """Return 「1,234件」, or 「2,000件以上」."""
        return f"{self.total:,}件" + ("以上" if self.is_capped else "")

    @property
    def is_beyond(self) -> bool:
        """Return whether there are more than can be read page by page."""
        return self.total > MANY

    @cached_property
    def paginator(self) -> "Paginator[Posting]":
        """Return the pages that can be read; nothing is skipped row by row beyond them."""
        pages: Paginator[Posting] = Paginator(cast("QuerySet[Posting]", _Places(self)), self.criteria.per)
        pages.count = min(self.total, MANY)
        return pages

    @property
    def last_page(self) -> int:
        """Return the number of the last page that can be read."""
        return self.paginator.num_pages

    @property
    def reading(self) -> Reading:
        """Return how the keyword was read, for the page to say."""
        return self.keyword.reading

    @property
    def exact_url(self) -> str:
        """Return the address of the same search for exactly the typed words."""
        return address(replace(self.criteria, exact=True, page=1))

    @property
    def has_fixed_address(self) -> bool:
        """Return whether this is one of the landing pages."""
        return is_fixed(self.criteria)

    @property
    def rule(self) -> str:
        """Return how the list is ordered, in words."""
        return RULES[self.criteria.sort]

    @property
    def url(self) -> str:
        """Return the canonical address."""
        return address(self.criteria)

    @property
    def chips(self) -> list[Chip]:
        """Return the chosen conditions with the address that drops each."""
        return [Chip(label, address(rest)) for label, rest in self.criteria.chosen()]

    @property
    def heading(self) -> str:
        """Return 「看護師・准看護師の求人（東京都・神奈川県）」."""
        chosen = self.criteria
        occupations = _names("occ", chosen.occ, "職種") or "すべて"
        places = "・".join(
            filter(None, (_names("region", chosen.region, "地方"), _names("pref", chosen.pref, "都道府県")))
        )
        return f"{occupations}の求人" + (f"（{places}）" if places else "")

    def hints(self) -> list[Hint]:
        """Return the wider searches that find something."""
        return hints(self.criteria, self.keyword)


class _Places:
    """The places of a list for the paginator, read when a page is cut out."""

    def __init__(self, search: PostingSearch) -> None:
        self.search = search

    def __getitem__(self, places: slice) -> list[Posting]:
        return self.search.between(places.start, places.stop)


def _postings(keys: list[int]) -> list[Posting]:
    """Return the postings of these keys in their order; what was taken off the site meanwhile is left out."""
    found = Posting.objects.live().for_list().in_bulk(keys)
    return [found[key] for key in keys if key in found]


def _names(name: str, values: tuple[str, ...], unit: str) -> str:
    labels = [LISTS[name][1][value] for value in values]
    return "・".join(labels) if len(labels) <= 3 else f"{labels[0]}など{len(labels)}{unit}"
