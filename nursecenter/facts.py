"""What a table says about itself: title, periods, footnotes. Given beside the figures as a TOML file."""

import tomllib
from dataclasses import dataclass
from datetime import date
from typing import Any

from keynet.vocabulary.characters import check_storable
from keynet.vocabulary.mistakes import Mistake
from nursecenter.columns import COLUMNS

LONGEST = 200
LONGEST_MARKER = 4


@dataclass(frozen=True)
class ColumnFacts:
    """One column's heading as shown, its footnote, and the first day that it counts."""

    label: str
    period_from: date
    marker: str = ""
    period_note: str = ""


@dataclass(frozen=True)
class NoteFacts:
    """A footnote (with the marker that columns point to) or a remark, as printed."""

    text: str
    marker: str = ""


@dataclass(frozen=True)
class Facts:
    """Everything about a report that its rows do not say; `columns` by key of `nursecenter.columns`."""

    title: str
    origin: str
    compiled_by: str
    period_as_printed: str
    period_from: date
    as_of: date
    reported_on: date
    columns: dict[str, ColumnFacts]
    notes: tuple[NoteFacts, ...]


def read_facts(text: str) -> Facts:
    """Return the facts of a TOML file. Raises `Mistake` naming what is missing or has the wrong form."""
    try:
        given = tomllib.loads(text)
    except (
        ValueError,
        RecursionError,
    ) as error:  # also a number of 5,000 digits, and 1,000 brackets in each other
        raise Mistake("toml", f"表の説明（TOML）を読めません。書き方を確かめてください：{error}") from error
    columns = _table(given.get("columns", {}), "columns")
    notes = given.get("notes", [])
    if not isinstance(notes, list):
        raise Mistake("table", "表の説明の notes は [[notes]] で始めてください。")
    return Facts(
        title=_text(given, "title"),
        origin=_text(given, "origin"),
        compiled_by=_text(given, "compiled_by"),
        period_as_printed=_text(given, "period_as_printed"),
        period_from=_day(given, "period_from"),
        as_of=_day(given, "as_of"),
        reported_on=_day(given, "reported_on"),
        columns={column.key: _column(columns, column.key) for column in COLUMNS},
        notes=tuple(_note(_table(note, "notes")) for note in notes),
    )


def _column(columns: dict[str, Any], key: str) -> ColumnFacts:
    where = f"columns.{key}."
    given = _table(columns.get(key, {}), f"columns.{key}")
    return ColumnFacts(
        label=_text(given, "label", where),
        period_from=_day(given, "period_from", where),
        marker=_text(given, "marker", where, most=LONGEST_MARKER) if "marker" in given else "",
        period_note=_text(given, "period_note", where) if "period_note" in given else "",
    )


def _note(given: dict[str, Any]) -> NoteFacts:
    marker = _text(given, "marker", "notes.", most=LONGEST_MARKER) if "marker" in given else ""
    return NoteFacts(_text(given, "text", "notes.", most=1000), marker)


def _table(value: object, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Mistake("table", f"表の説明の {name} は、項目名と内容の組で書いてください。")
    return value


def _text(given: dict[str, Any], name: str, where: str = "", *, most: int = LONGEST) -> str:
    value = given.get(name)
    if not isinstance(value, str) or not 0 < len(value.strip()) <= most:
        raise Mistake("text", f"表の説明に {where}{name} を{most}文字以内で書いてください。")
    check_storable(value, allowed="\n\t")
    return value


def _day(given: dict[str, Any], name: str, where: str = "") -> date:
    value = given.get(name)
    if type(value) is not date:
        raise Mistake("day", f"表の説明に {where}{name} を日付で書いてください。例：2021-05-16")
    return value
