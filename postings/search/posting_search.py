"""The one search: result page, counts, links, landing pages and stored conditions all ask here.

It shows what matches explicit conditions in an explicit order and nothing else: no ranking by own judgement
(domain.md Decision 6; 職業安定法4条, the line to 職業紹介).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from django.core.paginator import Paginator
from django.db.models import Case, IntegerField, QuerySet, Value, When

from keynet.vocabulary.japanese import compact
from keynet.vocabulary.prefectures import PREFECTURES
from keynet.vocabulary.terms import WageType
from postings.models import Posting
from postings.search.counts import Facets, cells, facets, live_cells
from postings.search.criteria import LISTS, Criteria
from postings.search.filters import REGIONS, PublicFilter
from postings.search.landing import address

PAGE_SIZE = 20
NUMBER = re.compile(r"KN(\d{4})(\d{6,12})")
MANY = 1000
MOST_HINTS = 6

# 給与が高い順 compares like with like only: all hourly wages, then all daily ones, …
_WAGE_TYPES = Case(
    *(When(wage_type=kind, then=Value(place)) for place, kind in enumerate(WageType)),
    default=Value(len(WageType)),
    output_field=IntegerField(),
)
ORDERS = {
    "new": ("-published_at", "-pk"),
    "closing": ("publish_to", "pk"),
    "wage": (_WAGE_TYPES, "-wage_min", "-published_at", "-pk"),
}
RULES = {
    "new": "公開した日時が新しい順に並べています。",
    "closing": "公開終了予定日が近い順に並べています。",
    "wage": "時給・日給・月給・年俸・1回あたりの順に、それぞれの中で下限の額が高い順に並べています。",
}
"""What the page says about its order."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A chosen condition, and the address of the search without it."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Hint:
    """A wider search: what to change, and how many postings it finds."""

    text: str
    url: str
    count: int


def matching(criteria: Criteria) -> QuerySet[Posting]:
    """Return the live postings that meet all conditions, unordered."""
    found: QuerySet[Posting] = PublicFilter(criteria.data(), queryset=Posting.objects.live()).qs
    return found


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

    @cached_property
    def results(self) -> QuerySet[Posting]:
        """Return the postings in the asked order, ready for cards."""
        return matching(self.criteria).select_related("facility").order_by(*ORDERS[self.criteria.sort])

    @cached_property
    def facets(self) -> Facets:
        """Return the numbers beside the choices; without a keyword they come from the cached cells."""
        keyword = Criteria(q=self.criteria.q)
        found = cells(matching(keyword)) if keyword.q else live_cells()
        return facets(found, self.criteria)

    @cached_property
    def total(self) -> int:
        """Return how many postings match. Only the number of the whole list may be some seconds old."""
        fresh = self.criteria.narrows and not self.criteria.q
        return matching(self.criteria).count() if fresh else self.facets.total

    @cached_property
    def paginator(self) -> "Paginator[Posting]":
        """Return the pages; their number is `total`, counted once."""
        pages = Paginator(self.results, PAGE_SIZE)
        pages.count = self.total
        return pages

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
        """Return the wider searches that find something: one condition less, else one condition alone."""
        start = replace(self.criteria, page=1)
        return _finding(_wider(start), start) or _finding(_alone(start), start)


def _names(name: str, values: tuple[str, ...], unit: str) -> str:
    labels = [LISTS[name][1][value] for value in values]
    return "・".join(labels) if len(labels) <= 3 else f"{labels[0]}など{len(labels)}{unit}"


def _finding(searches: Iterator[tuple[str, Criteria]], start: Criteria) -> list[Hint]:
    """Return the searches that find something; each costs one count, six at most."""
    other = [pair for pair in searches if pair[1] != start]
    counted = [(text, rest, matching(rest).count()) for text, rest in other[:MOST_HINTS]]
    return [Hint(text, address(rest), count) for text, rest, count in counted if count]


def _alone(chosen: Criteria) -> Iterator[tuple[str, Criteria]]:
    """Give the searches that keep one condition only."""
    if chosen.occ:
        yield "職種の条件だけでさがす", Criteria(occ=chosen.occ, sort=chosen.sort)
    if chosen.prefectures:
        yield "勤務地の条件だけでさがす", Criteria(region=chosen.region, pref=chosen.pref, sort=chosen.sort)


def _wider(chosen: Criteria) -> Iterator[tuple[str, Criteria]]:
    """Give the searches with one condition less, the least painful first."""
    if chosen.q:
        yield f"キーワード「{chosen.q}」を外す", replace(chosen, q="")
    if chosen.urgent:
        yield "「緊急の募集」を外す", replace(chosen, urgent=False)
    if chosen.emp:
        yield "雇用形態の条件を外す", replace(chosen, emp=())
    if chosen.pref:
        names = {PREFECTURES[code].region for code in chosen.pref}
        slugs = tuple(slug for slug, name in REGIONS.items() if name in names or slug in chosen.region)
        around = "・".join(REGIONS[slug] for slug in slugs)
        yield f"勤務地を「{around}のすべて」に広げる", replace(chosen, region=slugs, pref=())
    if chosen.prefectures:
        yield "勤務地を全国に広げる", replace(chosen, region=(), pref=())
    if chosen.occ:
        yield "職種の条件を外す", replace(chosen, occ=())
