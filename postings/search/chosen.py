"""What somebody searches for, as one value with one canonical query string; `criteria.read` reads it back."""

from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.utils import timezone

from keynet.vocabulary.prefectures import PREFECTURES
from keynet.vocabulary.prefectures import REGIONS as PREFECTURES_OF
from postings.search.choices import LISTS, MOST_SPOT_DAYS, SINCE
from postings.search.filters import REGIONS


@dataclass(frozen=True, slots=True)
class Criteria:
    """Search conditions; every value is a known one, in the order of the vocabulary."""

    occ: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    pref: tuple[str, ...] = ()
    city: tuple[str, ...] = ()
    """Parts of the chosen prefectures, "14横浜市中区"; a prefecture without one is meant as a whole."""
    emp: tuple[str, ...] = ()
    program: tuple[str, ...] = ()
    shift: tuple[str, ...] = ()
    dept: tuple[str, ...] = ()
    pay: tuple[str, ...] = ()
    least: int = 0
    """Yen, of the lower end of the wage; only together with one kind of wage."""
    care: tuple[str, ...] = ()
    home: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    online: tuple[str, ...] = ()
    spot_from: date | None = None
    spot_until: date | None = None
    q: str = ""
    exact: bool = False
    urgent: bool = False
    since: str = ""
    sort: str = "new"
    per: int = 20
    page: int = 1

    @property
    def prefectures(self) -> tuple[str, ...]:
        """Return the codes meant by prefectures and regions together; empty means all of Japan."""
        codes = {found.code for slug in self.region for found in PREFECTURES_OF[REGIONS[slug]]}
        return tuple(code for code in PREFECTURES if code in codes or code in self.pref)

    @property
    def places(self) -> tuple[str, ...]:
        """Return the prefectures, and where cities of one are chosen, these in its stead."""
        parted = {city[:2] for city in self.city}
        return tuple(code for code in self.prefectures if code not in parted) + self.city

    @property
    def spot_days(self) -> list[str]:
        """Return the days of 勤務日, as 2026-12-05; an open end is three months from today or from the first day."""
        if not self.spot_from and not self.spot_until:
            return []
        first = self.spot_from or min(timezone.localdate(), self.spot_until or date.max)
        last = min(self.spot_until or date.max, first + timedelta(days=MOST_SPOT_DAYS - 1))
        return [str(first + timedelta(days=days)) for days in range((last - first).days + 1)]

    def values(self, name: str) -> tuple[str, ...]:
        """Return what the filter of this name is asked."""
        found: tuple[str, ...] = self.places if name == "pref" else getattr(self, name)
        return found

    @property
    def narrows(self) -> bool:
        """Return whether anything narrows the list."""
        return replace(self, exact=False, sort="new", per=20, page=1) != Criteria()

    @property
    def count(self) -> int:
        """Return how many conditions are chosen."""
        return len(self.chosen())

    def without(self, name: str) -> "Criteria":
        """Return the criteria without one condition; what only refines it goes with it."""
        gone = (name, *_REFINED_BY.get(name, ()))
        changes: dict[str, Any] = {one.name: one.default for one in fields(self) if one.name in gone}
        return replace(self, page=1, **changes)

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
            found += [(labels[value], start._less(name, value)) for value in getattr(self, name)]
            if name == "pref":
                found += [(city[2:], start._less("city", city)) for city in self.city]
            if name == "pay" and self.least:
                found.append((f"{self.least:,}円以上", self.without("least")))
        single = {
            "spot_from": self._spot_label,
            "q": f"「{self.q}」" if self.q else "",
            "urgent": "緊急の募集" if self.urgent else "",
            "since": SINCE.get(self.since, ""),
        }
        return found + [(label, self.without(name)) for name, label in single.items() if label]

    @property
    def _spot_label(self) -> str:
        first, last = (
            f"{day.month}月{day.day}日" if day else "" for day in (self.spot_from, self.spot_until)
        )
        return f"勤務日 {first}〜{last}" if first or last else ""

    def _less(self, name: str, value: str) -> "Criteria":
        """Return the criteria without one value of a list; without a prefecture there is no city in it."""
        left = tuple(one for one in getattr(self, name) if one != value)
        changes: dict[str, Any] = {name: left}
        changed = replace(self, **changes)
        kept = tuple(city for city in changed.city if city[:2] in changed.prefectures)
        return replace(changed, city=kept, least=self.least if changed.pay else 0)


_REFINED_BY = {"pref": ("region", "city"), "pay": ("least",), "q": ("exact",), "spot_from": ("spot_until",)}
"""Condition → what is nothing without it."""
