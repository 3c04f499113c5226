"""The seven columns of 別紙3 (circular of 2021-05-26), and which words at the head of a file mean which column."""

import re
import unicodedata
from dataclasses import dataclass

PREFECTURE = "都道府県"
CODE = "都道府県コード"
PHONE = "連絡先"

_MARKUP = re.compile(r"<[^<>]*>")
_NOT_WORDS = re.compile(r"[\s()]")
_MARKER = re.compile(r"[0-9※*]+$")
_PHONE_AS_PRINTED = "各都道府県ナースセンターの連絡先"


@dataclass(frozen=True)
class Column:
    """One column of figures. `whole` is the key of the column of which this one counts a part (うち…)."""

    key: str
    header: str
    whole: str = ""


COLUMNS = (
    Column("seekers", "求職者数"),
    Column("offers", "求人数"),
    Column("offers_vaccination", "求人数うちワクチン接種業務", "offers"),
    Column("introductions", "紹介人数"),
    Column("placements", "就業者数"),
    Column("placements_vaccination", "就業者数うちワクチン接種業務", "placements"),
    Column("trained", "ワクチン接種業務対応研修修了者数"),
)
BY_KEY = {column.key: column for column in COLUMNS}
_BY_HEADER = {column.header: column.key for column in COLUMNS}


def headers(cells: list[str]) -> list[str]:
    """Return a name for each cell of the head line: a column's key, one of the three words above, or what stands there.

    Spaces, brackets, markup and the digits of footnotes do not count. 「うち…」 belongs to the column before it, since
    the printed table names both of them alike.
    """
    names: list[str] = []
    before = ""
    for cell in cells:
        words = plain_header(cell)
        if words.startswith("うち"):
            words = before + words
        elif "うち" not in words:
            before = words
        names.append(PHONE if words == _PHONE_AS_PRINTED else _BY_HEADER.get(words, words))
    return names


def plain_header(cell: str) -> str:
    """Return the words of a head cell without spaces, brackets, markup and footnote digits."""
    return _MARKER.sub("", _NOT_WORDS.sub("", plain_cell(cell)))


def plain_cell(cell: str) -> str:
    """Return a cell in half width, without markup and without space around it."""
    return unicodedata.normalize("NFKC", _MARKUP.sub("", cell)).strip()
