"""How the conditions of an address are read: what is known becomes criteria, what is not is named."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from django.http import QueryDict
from django.utils import timezone

from keynet.vocabulary.mistakes import Mistake
from keynet.vocabulary.parsing import parse_date, parse_number
from keynet.vocabulary.prefectures import PREFECTURES
from postings.models.search_key import folded
from postings.search.choices import LISTS, MOST_SPOT_DAYS, PER_PAGE, SINCE, SORTS
from postings.search.chosen import Criteria

__all__ = ["LISTS", "SORTS", "Criteria", "read"]

LONGEST_KEYWORD = 100
MOST_NAMED = 10
MOST_YEN = 100_000_000
FARTHEST = timedelta(days=1000)
_CITY = re.compile(r"(\d\d)\S{1,30}")


def read(params: QueryDict) -> tuple[Criteria, list[str]]:
    """Return the criteria of an address, and in words what in it could not be used."""
    reader = _Reader(params)
    lists = {name: reader.known(name, labels, label) for name, (label, labels) in LISTS.items()}
    covered = Criteria(region=lists["region"]).prefectures
    lists["pref"] = tuple(code for code in lists["pref"] if code not in covered)
    in_places = Criteria(region=lists["region"], pref=lists["pref"]).prefectures
    first, last = reader.spot_days()
    criteria = Criteria(
        **lists,
        city=reader.cities(in_places),
        least=reader.least(lists["pay"]),
        spot_from=first,
        spot_until=last,
        q=reader.keyword(),
        exact=bool(reader.known("exact", ["1"], "入力どおりの検索")),
        urgent=bool(reader.known("urgent", ["1"], "緊急の募集")),
        since=next(iter(reader.known("since", SINCE, "新着")), ""),
        sort=next(iter(reader.known("sort", SORTS, "並び順")), "new"),
        per=int(next(iter(reader.known("per", map(str, PER_PAGE), "表示件数")), Criteria().per)),
        page=reader.page(),
    )
    return criteria, reader.unusable[:MOST_NAMED]


class _Reader:
    """Reads one parameter at a time and keeps what it could not use."""

    def __init__(self, params: QueryDict) -> None:
        self.params = params
        self.unusable: list[str] = []

    def known(self, name: str, allowed: Iterable[str], label: str) -> tuple[str, ...]:
        """Return the values that may be chosen, in the order of the vocabulary."""
        values = list(allowed)
        given = [value for value in self.params.getlist(name) if value]
        self.unusable.extend(f"{label}「{value[:20]}」" for value in given if value not in values)
        return tuple(value for value in values if value in given)

    def cities(self, prefectures: tuple[str, ...]) -> tuple[str, ...]:
        """Return the cities, which only say more about prefectures that are chosen."""
        given = dict.fromkeys(value for value in self.params.getlist("city") if value)
        usable = [value for value in given if _CITY.fullmatch(value) and value[:2] in prefectures]
        self.unusable.extend(f"市区町村「{value[:20]}」" for value in given if value not in usable)
        order = list(PREFECTURES)
        return tuple(sorted(usable, key=lambda value: (order.index(value[:2]), value)))

    def least(self, pay: tuple[str, ...]) -> int:
        """Return the lower bound in yen; it says something about one kind of wage only."""
        given = self.params.get("least", "").strip()
        try:
            amount = parse_number(given) if given else 0
        except Mistake:
            amount = MOST_YEN
        if not amount or (amount < MOST_YEN and len(pay) == 1):
            return amount
        self.unusable.append(f"給与の下限「{given[:20]}」（給与の形を1つ選び、金額を数字で）")
        return 0

    def spot_days(self) -> tuple[date | None, date | None]:
        """Return the first and the last day of 勤務日."""
        first, last = self._day("spot_from"), self._day("spot_until")
        if first and last and not timedelta() <= last - first < timedelta(days=MOST_SPOT_DAYS):
            self.unusable.append(f"勤務日の終わり「{last}」（始まりから{MOST_SPOT_DAYS}日まで）")
            last = None
        return first, last

    def keyword(self) -> str:
        """Return the keyword with single spaces; one of signs only is none."""
        found = " ".join(self.params.get("q", "").split())
        if len(found) > LONGEST_KEYWORD:
            self.unusable.append(f"キーワード（{LONGEST_KEYWORD}文字まで）")
            return ""
        return found if folded(found) else ""

    def page(self) -> int:
        """Return the number of the page, one for anything strange."""
        given = self.params.get("page", "")
        if given.isascii() and given.isdecimal() and len(given) <= 9 and int(given) > 0:
            return int(given)
        if given:
            self.unusable.append(f"ページ「{given[:20]}」")
        return 1

    def _day(self, name: str) -> date | None:
        given = self.params.get(name, "").strip()
        if not given:
            return None
        try:
            day = parse_date(given)
        except Mistake:
            day = date.max
        if abs(day - timezone.localdate()) < FARTHEST:
            return day
        self.unusable.append(f"勤務日「{given[:20]}」")
        return None
