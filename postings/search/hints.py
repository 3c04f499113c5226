"""Nothing found: the wider searches that find something, each with its number."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from keynet.vocabulary.prefectures import PREFECTURES
from postings.search.choices import LISTS
from postings.search.chosen import Criteria
from postings.search.filters import REGIONS
from postings.search.landing import address
from postings.search.matches import MOST, count_each
from postings.search.predicates import Keyword

MOST_HINTS = 6


@dataclass(frozen=True, slots=True)
class Hint:
    """A wider search: what to change, and how many postings it finds (`MOST` + 1 says: more than are counted)."""

    text: str
    url: str
    count: int

    @property
    def count_words(self) -> str:
        """Return 「12件」, or 「2,000件以上」."""
        return f"{MOST:,}件以上" if self.count > MOST else f"{self.count:,}件"


def hints(criteria: Criteria, keyword: Keyword) -> list[Hint]:
    """Return the wider searches that find something: one condition less, else one condition alone; two queries."""
    start = replace(criteria, page=1)
    return _finding(_wider(start), start, keyword) or _finding(_alone(start), start, keyword)


def _finding(searches: Iterator[tuple[str, Criteria]], start: Criteria, keyword: Keyword) -> list[Hint]:
    other = [pair for pair in searches if pair[1] != start][:MOST_HINTS]
    counted = zip(other, count_each([rest for _, rest in other], keyword), strict=True)
    return [Hint(text, address(rest), count) for (text, rest), count in counted if count]


def _alone(chosen: Criteria) -> Iterator[tuple[str, Criteria]]:
    """Give the searches that keep one condition only."""
    if chosen.occ:
        yield "職種の条件だけでさがす", Criteria(occ=chosen.occ, sort=chosen.sort)
    if chosen.prefectures:
        yield "勤務地の条件だけでさがす", Criteria(region=chosen.region, pref=chosen.pref, sort=chosen.sort)


def _wider(chosen: Criteria) -> Iterator[tuple[str, Criteria]]:
    """Give the searches with one condition less, the least painful first."""
    if chosen.q:
        yield f"キーワード「{chosen.q}」を外す", chosen.without("q")
    if chosen.urgent:
        yield "「緊急の募集」を外す", chosen.without("urgent")
    if chosen.since:
        yield "新着の条件を外す", chosen.without("since")
    if chosen.least:
        yield "給与の下限を外す", chosen.without("least")
    if chosen.spot_days:
        yield "勤務日の条件を外す", chosen.without("spot_from")
    for name in ("tag", "online", "home", "care", "pay", "dept", "shift", "program", "emp"):
        if getattr(chosen, name):
            yield f"{LISTS[name][0]}の条件を外す", chosen.without(name)
    if chosen.city:
        yield "市区町村の条件を外す", chosen.without("city")
    if chosen.pref:
        names = {PREFECTURES[code].region for code in chosen.pref}
        slugs = tuple(slug for slug, name in REGIONS.items() if name in names or slug in chosen.region)
        around = "・".join(REGIONS[slug] for slug in slugs)
        yield f"勤務地を「{around}のすべて」に広げる", replace(chosen, region=slugs, pref=(), city=())
    if chosen.prefectures:
        yield "勤務地を全国に広げる", chosen.without("pref")
    if chosen.occ:
        yield "職種の条件を外す", chosen.without("occ")
