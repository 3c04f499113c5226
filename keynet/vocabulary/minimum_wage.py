"""地域別最低賃金 as the product ships it, from `data/minimum_wage.csv`; the office's table goes on from there."""

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


SHIPPED = _read()
"""Prefecture code → its amounts, the oldest first."""
