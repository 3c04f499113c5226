"""地域別最低賃金 by prefecture and day, from `data/minimum_wage.csv`, which is edited each autumn."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class MinimumWage:
    """Yen per hour, and the first day they are in force."""

    in_force_on: date
    yen_per_hour: int


def _read() -> dict[str, list[MinimumWage]]:
    text = (Path(__file__).parent / "data" / "minimum_wage.csv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    table: dict[str, list[MinimumWage]] = {}
    for row in csv.DictReader(lines):
        wage = MinimumWage(date.fromisoformat(row["in_force_on"]), int(row["yen_per_hour"]))
        table.setdefault(row["prefecture"], []).append(wage)
    return table


_WAGES = _read()


def minimum_wage(prefecture: str, on: date) -> MinimumWage | None:
    """The newest wage known to be in force on this day in the prefecture of this code.

    None before the table begins. After its last row, the true minimum is the answer or more.
    """
    known = [wage for wage in _WAGES.get(prefecture, ()) if wage.in_force_on <= on]
    return max(known, key=lambda wage: wage.in_force_on, default=None)
