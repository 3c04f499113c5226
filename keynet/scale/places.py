"""Where in Japan people are sought: in the proportions of the nurse centers' table."""

import csv
from functools import cache
from pathlib import Path

import nursecenter

# 別紙3 of the circular of 2021-05-26; the line 計 has no code.
TABLE = Path(nursecenter.__file__).parent / "data" / "nursecenter_2021-05-16.csv"


@cache
def offers() -> dict[str, int]:
    """Return 求人数 by prefecture (code)."""
    with TABLE.open(encoding="utf-8-sig", newline="") as table:
        rows = list(csv.DictReader(table))
    return {row["都道府県コード"]: int(row["求人数"]) for row in rows if row["都道府県コード"]}
