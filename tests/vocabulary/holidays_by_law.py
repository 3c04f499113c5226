"""国民の祝日 of 2019 to 2030 counted from the law itself, independent of the package the product uses.

国民の祝日に関する法律; special years: 2019 (即位), 2020 and 2021 (オリンピック特措法).
"""

from datetime import date, timedelta

FIXED = ((1, 1), (2, 11), (4, 29), (5, 3), (5, 4), (5, 5), (11, 3), (11, 23))
SECOND_OR_THIRD_MONDAYS = {(1, 2): "成人の日", (7, 3): "海の日", (9, 3): "敬老の日", (10, 2): "スポーツの日"}
MOVED = {
    2020: {"海の日": date(2020, 7, 23), "スポーツの日": date(2020, 7, 24), "山の日": date(2020, 8, 10)},
    2021: {"海の日": date(2021, 7, 22), "スポーツの日": date(2021, 7, 23), "山の日": date(2021, 8, 8)},
}
ACCESSION = {date(2019, 5, 1), date(2019, 10, 22)}


def _monday(year: int, month: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(7 - first.weekday()) % 7 + 7 * (nth - 1))


def _equinox(year: int, base: float) -> int:
    """The astronomers' approximation, right for 1980 to 2099."""
    return int(base + 0.242194 * (year - 1980) - (year - 1980) // 4)


def _named(year: int) -> set[date]:
    days = {date(year, month, day) for month, day in FIXED}
    days |= {date(year, 3, _equinox(year, 20.8431)), date(year, 9, _equinox(year, 23.2488))}
    movable = {name: _monday(year, *when) for when, name in SECOND_OR_THIRD_MONDAYS.items()}
    movable["山の日"] = date(year, 8, 11)
    days |= set((movable | MOVED.get(year, {})).values())
    if year >= 2020:
        days.add(date(year, 2, 23))
    return days | {day for day in ACCESSION if day.year == year}


def holidays_by_law(year: int) -> set[date]:
    """Named holidays, 振替休日 after Sundays, and days between two holidays."""
    days = _named(year)
    for day in sorted(days):
        if day.weekday() == 6:
            substitute = day
            while substitute in days:
                substitute += timedelta(days=1)
            days = days | {substitute}
    named = _named(year)
    between = {day + timedelta(days=1) for day in named if day + timedelta(days=2) in named}
    return days | between
