"""The shipped table as lists of cells, to be changed and written again."""

import csv
import io

from nursecenter.importing import SHIPPED

Cells = list[list[str]]

HEADER, TOTAL = 0, 1
FIRST_FIGURE = 2
PHONE = 9


def cells() -> Cells:
    """Return the shipped table: head, 計, 47 rows."""
    return list(csv.reader(io.StringIO(SHIPPED.read_text(encoding="utf-8-sig"), newline="")))


def written(table: Cells, *, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """Return the table as the bytes of a file."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(table)
    return text.getvalue().encode(encoding)


def with_cell(line: int, position: int, value: str) -> bytes:
    """Return the shipped table with one cell changed."""
    table = cells()
    table[line][position] = value
    return written(table)


def as_in_the_circular() -> bytes:
    """Return the table as the circular prints it: tabs, no codes, marked-up heads and 計, footnote digits."""
    head = [
        "都道府県",
        "求職者数",
        "求人数",
        "(うちワクチン 接種業務) <sup>1</sup>",
        "紹介人数",
        "就業者数",
        "(うちワクチン 接種業務) 2",
        "ワクチン接種 業務対応研修 修了者数 <b>3</b>",
        "各都道府県ナース センターの連絡先",
    ]
    total, *rows = [row[1:] for row in cells()[1:]]
    return written([head, [f"<b>{cell}</b>" for cell in total[:-1]] + [""], *rows], delimiter="\t")
