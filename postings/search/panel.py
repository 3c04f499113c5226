"""The panel beside the result: every choice with the number of postings it would show, where that is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from keynet.vocabulary.japanese import date_ja
from keynet.vocabulary.occupations import Occupation
from keynet.vocabulary.prefectures import PREFECTURES
from keynet.vocabulary.prefectures import REGIONS as PREFECTURES_OF
from postings.search.choices import LISTS, PER_PAGE, SINCE, SORTS
from postings.search.chosen import Criteria
from postings.search.facets import Facets
from postings.search.filters import REGIONS
from postings.search.posting_search import PostingSearch
from postings.search.tabs import Tab, doctors_tabs
from postings.wording.line import wide

MOST_PREFECTURES = 3
"""In so many chosen prefectures cities are offered, those with most postings first: Tokyo alone has sixty."""
ONLY_FOUND = frozenset({"dept"})
"""Long lists of which only what can be found is shown; and 「その他」 everywhere."""
PLAINER = {"day_only": "日勤のみ（夜勤なし）"}
"""Values whose word in a posting does not say what people look for."""
UNKNOWN = "件数は、条件を足して少なくなると表示します。"


@dataclass(frozen=True, slots=True)
class Choice:
    """One box; no count where too many postings would have to be counted."""

    value: str
    label: str
    count: int | None
    checked: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The choices of one parameter of the address."""

    name: str
    choices: list[Choice]

    @property
    def picked(self) -> int:
        """Return how many of them are chosen."""
        return sum(choice.checked for choice in self.choices)


@dataclass(frozen=True, slots=True)
class Region:
    """One of the eight regions with its prefectures."""

    whole: Choice
    prefectures: Group

    @property
    def picked(self) -> int:
        """Return how many boxes in it are checked."""
        return self.whole.checked + self.prefectures.picked

    @property
    def everywhere(self) -> Group:
        """Return the box 「すべて」, where it means more than the only prefecture."""
        whole = Choice(self.whole.value, f"{self.whole.label}のすべて", None, self.whole.checked)
        return Group("region", [whole] if len(self.prefectures.choices) > 1 else [])


@dataclass(frozen=True, slots=True)
class Panel:
    """All choices of a search: `groups.occ`, `groups.tag`, …, and the places."""

    groups: dict[str, Group]
    regions: list[Region]
    cities: list[tuple[str, Group]]
    days: list[tuple[str, str, str]]
    tabs: list[Tab]
    sorts: list[Choice]
    sizes: list[Choice]
    note: str

    @property
    def picked(self) -> dict[str, int]:
        """Return how many choices of each part of the panel are chosen."""
        places = sum(region.picked for region in self.regions) + sum(city.picked for _, city in self.cities)
        return {
            "place": places,
            "work": self._sum("emp", "shift"),
            "wish": self._sum("tag", "online", "care", "home"),
            "days": sum(bool(value) for _, _, value in self.days),
            "more": self._sum("program")
            + any(one.value and one.checked for one in self.groups["since"].choices),
        }

    def _sum(self, *names: str) -> int:
        return sum(self.groups[name].picked for name in names)


def panel(search: PostingSearch) -> Panel:
    """Return the choices of a search with their counts."""
    chosen, facets = search.criteria, search.facets
    groups = {
        name: Group(name, _choices(facets, name, labels, chosen.values(name)))
        for name, (_, labels) in LISTS.items()
        if name not in ("region", "pref")
    }
    groups["urgent"] = _one(facets, "urgent", "緊急の募集だけ表示する", chosen.urgent)
    since = _choices(facets, "since", SINCE, (chosen.since,))
    groups["since"] = Group("since", [Choice("", "指定しない", None, not chosen.since), *since])
    return Panel(
        groups,
        [_region(search, slug) for slug in REGIONS],
        _cities(search),
        [
            ("spot_from", "この日から", _day(chosen.spot_from)),
            ("spot_until", "この日まで", _day(chosen.spot_until)),
        ],
        doctors_tabs(search),
        _of_select(SORTS, chosen.sort, Criteria().sort),
        _of_select({str(size): f"{size}件" for size in PER_PAGE}, str(chosen.per), str(Criteria().per)),
        "" if all(facets.knows(name) for name in (*LISTS, "since") if name != "region") else UNKNOWN,
    )


def _choices(facets: Facets, name: str, labels: dict[str, str], chosen: Iterable[str]) -> list[Choice]:
    known, counts = facets.knows(name), facets.of[name]
    return [
        Choice(value, PLAINER.get(value, wide(label)), counts[value] if known else None, value in chosen)
        for value, label in labels.items()
        if value in chosen
        or counts[value]
        or not known
        or not (name in ONLY_FOUND or value == Occupation.OTHER)
    ]


def _of_select(labels: dict[str, str], chosen: str, default: str) -> list[Choice]:
    """Return the lines of a select; what holds anyway is not written into the address."""
    return [
        Choice("" if one == default else one, label, None, one == chosen) for one, label in labels.items()
    ]


def _one(facets: Facets, name: str, label: str, checked: bool) -> Group:
    return Group(name, [Choice("1", label, facets.of[name]["1"] if facets.knows(name) else None, checked)])


def _region(search: PostingSearch, slug: str) -> Region:
    chosen, facets, name = search.criteria, search.facets, REGIONS[slug]
    labels = {found.code: found.name for found in PREFECTURES_OF[name]}
    prefectures = Group("pref", _choices(facets, "pref", labels, chosen.pref))
    total = sum(one.count or 0 for one in prefectures.choices) if facets.knows("pref") else None
    return Region(Choice(slug, name, total, slug in chosen.region), prefectures)


def _cities(search: PostingSearch) -> list[tuple[str, Group]]:
    """Return the cities with postings, and the chosen ones, of a few chosen prefectures."""
    chosen, facets = search.criteria, search.facets
    if len(chosen.prefectures) > MOST_PREFECTURES:
        return []
    counts = facets.of["city"]
    found = sorted({*counts, *chosen.city}, key=lambda city: (-counts[city], city))
    labels = {code: {one: one[2:] for one in found if one[:2] == code} for code in chosen.prefectures}
    return [
        (PREFECTURES[code].name, Group("city", _choices(facets, "city", cities, chosen.city)))
        for code, cities in labels.items()
        if cities
    ]


def _day(day: date | None) -> str:
    return date_ja(day).partition("（")[0] if day else ""
