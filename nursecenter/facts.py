"""What a table says about itself: title, periods, footnotes. Given beside the figures as a TOML file."""

import tomllib
from dataclasses import dataclass
from datetime import date
from typing import Any

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
    except tomllib.TOMLDecodeError as error:
        raise Mistake("toml", f"表の説明（TOML）を読めません：{error}") from error
    columns = given.get("columns", {})
    return Facts(
        title=_text(given, "title"),
        origin=_text(given, "origin"),
        compiled_by=_text(given, "compiled_by"),
        period_as_printed=_text(given, "period_as_printed"),
        period_from=_day(given, "period_from"),
        as_of=_day(given, "as_of"),
        reported_on=_day(given, "reported_on"),
        columns={column.key: _column(columns.get(column.key, {}), column.key) for column in COLUMNS},
        notes=tuple(_note(note) for note in given.get("notes", [])),
    )


def _column(given: dict[str, Any], key: str) -> ColumnFacts:
    where = f"columns.{key}."
    return ColumnFacts(
        label=_text(given, "label", where),
        period_from=_day(given, "period_from", where),
        marker=_text(given, "marker", where, most=LONGEST_MARKER) if "marker" in given else "",
        period_note=_text(given, "period_note", where) if "period_note" in given else "",
    )


def _note(given: dict[str, Any]) -> NoteFacts:
    marker = _text(given, "marker", "notes.", most=LONGEST_MARKER) if "marker" in given else ""
    return NoteFacts(_text(given, "text", "notes.", most=1000), marker)


def _text(given: dict[str, Any], name: str, where: str = "", *, most: int = LONGEST) -> str:
    value = given.get(name)
    if not isinstance(value, str) or not 0 < len(value.strip()) <= most:
        raise Mistake("text", f"表の説明に {where}{name} を{most}文字以内で書いてください。")
    return value


def _day(given: dict[str, Any], name: str, where: str = "") -> date:
    value = given.get(name)
    if type(value) is not date:
        raise Mistake("day", f"表の説明に {where}{name} を日付で書いてください。例：2021-05-16")
    return value
