"""What somebody searches for: read from an address or from storage, written back as the one canonical address."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from keynet.vocabulary.employment import EmploymentType
from keynet.vocabulary.japanese import search_words
from keynet.vocabulary.occupations import Occupation
from keynet.vocabulary.prefectures import PREFECTURES
from keynet.vocabulary.prefectures import REGIONS as PREFECTURES_OF
from postings.search.filters import REGIONS

LONGEST_KEYWORD = 100
MOST_NAMED = 10
SORTS = {"new": "新着順", "closing": "締切が近い順", "wage": "給与が高い順"}
LISTS: dict[str, tuple[str, dict[str, str]]] = {
    "occ": ("職種", {choice.value: str(choice.label) for choice in Occupation}),
    "region": ("地方", REGIONS),
    "pref": ("都道府県", {code: found.name for code, found in PREFECTURES.items()}),
    "emp": ("雇用形態", {choice.value: choice.short for choice in EmploymentType}),
}
"""Parameter with several values → its name for people, and what may be chosen."""


@dataclass(frozen=True, slots=True)
class Criteria:
    """Search conditions; every value is a known one, in the order of the vocabulary."""

    occ: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    pref: tuple[str, ...] = ()
    emp: tuple[str, ...] = ()
    q: str = ""
    urgent: bool = False
    sort: str = "new"
    page: int = 1

    @property
    def prefectures(self) -> tuple[str, ...]:
        """Return the codes meant by prefectures and regions together; empty means all of Japan."""
        codes = {found.code for slug in self.region for found in PREFECTURES_OF[REGIONS[slug]]}
        return tuple(code for code in PREFECTURES if code in codes or code in self.pref)

    @property
    def narrows(self) -> bool:
        """Return whether anything narrows the list."""
        return bool(self.occ or self.region or self.pref or self.emp or self.q or self.urgent)

    @property
    def count(self) -> int:
        """Return how many conditions are chosen."""
        return len(self.chosen())

    def data(self) -> MultiValueDict[str, Any]:
        """Return the conditions as the filters read them."""
        return MultiValueDict(
            {
                "occ": list(self.occ),
                "pref": list(self.prefectures),
                "emp": list(self.emp),
                "urgent": ["1"] if self.urgent else [],
                "q": [self.q],
            }
        )

    def query(self) -> str:
        """Return the canonical query string: known names in fixed order, defaults left out."""
        pairs: list[tuple[str, str]] = []
        for field in fields(self):
            value = getattr(self, field.name)
            if value != field.default:
                values = value if isinstance(value, tuple) else ["1" if value is True else str(value)]
                pairs += [(field.name, one) for one in values]
        return urlencode(pairs)

    def chosen(self) -> list[tuple[str, "Criteria"]]:
        """Return each condition in words, with the criteria that remain when it is taken away."""
        start = replace(self, page=1)
        found: list[tuple[str, Criteria]] = []
        for name, (_, labels) in LISTS.items():
            values = getattr(self, name)
            found += [(labels[value], _without(start, name, value)) for value in values]
        if self.q:
            found.append((f"「{self.q}」", replace(start, q="")))
        if self.urgent:
            found.append(("緊急の募集", replace(start, urgent=False)))
        return found


def _without(criteria: Criteria, name: str, value: str) -> Criteria:
    changes: dict[str, Any] = {name: tuple(one for one in getattr(criteria, name) if one != value)}
    return replace(criteria, **changes)


def read(params: QueryDict) -> tuple[Criteria, list[str]]:
    """Return the criteria of an address, and in words what in it could not be used."""
    unusable: list[str] = []

    def known(name: str, allowed: Iterable[str], label: str) -> list[str]:
        given = [value for value in params.getlist(name) if value]
        unusable.extend(f"{label}「{value[:20]}」" for value in given if value not in allowed)
        return [value for value in allowed if value in given]

    lists = {name: tuple(known(name, labels, label)) for name, (label, labels) in LISTS.items()}
    covered = {found.code for slug in lists["region"] for found in PREFECTURES_OF[REGIONS[slug]]}
    lists["pref"] = tuple(code for code in lists["pref"] if code not in covered)
    keyword = " ".join(params.get("q", "").split())
    if len(keyword) > LONGEST_KEYWORD:
        unusable.append(f"キーワード（{LONGEST_KEYWORD}文字まで）")
    return Criteria(
        **lists,
        q=keyword if search_words(keyword) and len(keyword) <= LONGEST_KEYWORD else "",
        urgent=bool(known("urgent", ["1"], "緊急の募集")),
        sort=next(iter(known("sort", SORTS, "並び順")), "new"),
        page=_page(params.get("page", ""), unusable),
    ), unusable[:MOST_NAMED]


def _page(given: str, unusable: list[str]) -> int:
    if given.isascii() and given.isdecimal() and len(given) <= 9 and int(given) > 0:
        return int(given)
    if given:
        unusable.append(f"ページ「{given[:20]}」")
    return 1
