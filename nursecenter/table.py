"""The table of a report as a page shows it: grouped heads, the total first, rows in the asked order."""

from dataclasses import dataclass
from datetime import date

from nursecenter.models import StatColumn, StatReport, StatRow

PREFECTURE = "prefecture"


@dataclass(frozen=True)
class Order:
    """By which column, and which way; `prefecture` is the order of the codes."""

    key: str = PREFECTURE
    descending: bool = False

    @property
    def aria(self) -> str:
        """Return the value of aria-sort."""
        return "descending" if self.descending else "ascending"


@dataclass(frozen=True)
class Head:
    """The head of one column: its words, its own period, and the link that orders by it."""

    label: str
    query: str
    action: str
    aria_sort: str = ""
    marker: str = ""
    period_from: date | None = None
    period_note: str = ""


@dataclass(frozen=True)
class Group:
    """A head over its parts (求人数 over 総数 and うち…), or one head alone with an empty label."""

    label: str
    heads: list[Head]


@dataclass(frozen=True)
class Table:
    """Everything that the page draws."""

    place: Head
    groups: list[Group]
    totals: list[int]
    rows: list[StatRow]

    @property
    def heads(self) -> list[Head]:
        """Return the heads of the figures, in their order."""
        return [head for group in self.groups for head in group.heads]


def read_order(asked: str, columns: list[StatColumn]) -> Order | None:
    """Return the order asked for in the address (`seekers`, `-seekers`), or None when there is no such column."""
    key = asked.removeprefix("-")
    known = {PREFECTURE, *(column.key for column in columns)}
    return Order(key, descending=asked.startswith("-")) if key in known else None


def build(report: StatReport, columns: list[StatColumn], order: Order) -> Table:
    """Return the table of a report in this order; equal figures stay in the order of the prefectures."""
    rows = list(report.rows.all())
    place = {column.key: column.position for column in columns}
    if order.key != PREFECTURE:
        position, sign = place[order.key], -1 if order.descending else 1
        rows.sort(key=lambda row: sign * row.figures[position])
    elif order.descending:
        rows.reverse()
    return Table(_place_head(order), _groups(columns, order), report.totals, rows)


def _groups(columns: list[StatColumn], order: Order) -> list[Group]:
    groups: list[Group] = []
    for column in columns:
        if column.part_of:
            continue
        parts = [part for part in columns if part.part_of == column.key]
        heads = [_head(column, order, "総数" if parts else column.label), *(_head(p, order) for p in parts)]
        groups.append(Group(column.label if parts else "", heads))
    return groups


def _head(column: StatColumn, order: Order, label: str = "") -> Head:
    is_sorted = column.key == order.key
    largest_first = not (is_sorted and order.descending)
    return Head(
        label=label or column.label,
        query=f"?sort={'-' if largest_first else ''}{column.key}",
        action="多い順に並べる" if largest_first else "少ない順に並べる",
        aria_sort=order.aria if is_sorted else "",
        marker=column.marker,
        period_from=column.period_from,
        period_note=column.period_note,
    )


def _place_head(order: Order) -> Head:
    is_sorted = order.key == PREFECTURE
    northward = is_sorted and not order.descending
    return Head(
        label="都道府県",
        query=f"?sort={'-' if northward else ''}{PREFECTURE}",
        action="南から並べる" if northward else "北から並べる",
        aria_sort=order.aria if is_sorted else "",
    )
