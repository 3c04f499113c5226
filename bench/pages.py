"""The pages of the service beside their floors (P1, P4, P5)."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import Any

from bench.addresses import CARDS, CONSTANT, DETAIL
from bench.client import Line
from bench.compare import Effort, Ratio, by_turns, p95
from bench.world import Sites


@dataclass(frozen=True)
class Page:
    """A page, the goal it belongs to, and by how much it may exceed its floor (0: it is only shown)."""

    name: str
    path: str
    goal: str = ""
    most: float = 0
    floor: str = CARDS


SEARCH = Page("search, 職種 × 都道府県", "/postings/?occ=nurse&pref=13&pref=14", "P1", 2.0)
POSTING = Page("posting page", "/postings/{number}/", "P5", 3.0, DETAIL)
PAGES = (
    SEARCH,
    Page("search, nothing chosen", "/postings/", "P4", 1.5),
    Page("top page", "/", "P4", 1.5),
    Page("landing page, 職種", "/postings/nurse/", "P4", 1.5),
    Page("landing page, 職種 × 都道府県", "/postings/nurse/13/", "P4", 1.5),
    POSTING,
    Page("search, closing soonest", "/postings/?sort=closing"),
    Page("search, highest pay", "/postings/?occ=doctor&sort=wage"),
    Page("search, page 20", "/postings/?page=20"),
    Page("search, urgent", "/postings/?urgent=1"),
    Page("feed of a search (Atom)", "/postings/feed/?occ=nurse&pref=13"),
    Page("prefectures", "/postings/areas/"),
    Page("one prefecture", "/postings/areas/13/"),
    Page("nurse centers' table", "/nurse-centers/table/"),
    Page("a constant page of the service", "/robots.txt", floor=CONSTANT),
)


@dataclass(frozen=True)
class PageResult:
    """A page beside its floor at one connection: medians of rounds, and the slow ones (p95) of the same rounds."""

    page: Page
    usual: Ratio
    slow: Ratio
    kilobytes: float


def measure(sites: Sites, facts: dict[str, Any], effort: Effort) -> list[PageResult]:
    """Measure every page; the posting page walks through the newest postings."""
    line, floor = Line(sites.port), Line(sites.floor_port)
    return [_measure(page, line, floor, facts, effort) for page in PAGES]


def _measure(page: Page, line: Line, floor: Line, facts: dict[str, Any], effort: Effort) -> PageResult:
    numbers, keys = facts["numbers"], facts["keys"]
    path = [page.path.format(number=number) for number in numbers] if "{" in page.path else [page.path]
    beside = [page.floor.format(key) for key in keys] if "{" in page.floor else [page.floor]
    slow: dict[int, list[float]] = {}

    def times(of: Line, paths: list[str]) -> Callable[[], float]:
        kept = slow.setdefault(id(of), [])

        def one_round() -> float:
            found = [of.milliseconds(paths[place % len(paths)]) for place in range(effort.requests)]
            kept.append(p95(found))
            return median(found)

        return one_round

    usual = by_turns(times(floor, beside), times(line, path), effort.rounds)
    pairs = list(zip(slow[id(floor)][1:], slow[id(line)][1:], strict=True))
    ratios = [ours / theirs for theirs, ours in pairs]
    tail = Ratio(
        median(ours for _, ours in pairs),
        median(theirs for theirs, _ in pairs),
        median(ratios),
        min(ratios),
        max(ratios),
    )
    return PageResult(page, usual, tail, line.get(path[0]).size / 1000)
