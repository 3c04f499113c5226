"""What changed between two texts of a posting, field by field, as people read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from keynet.vocabulary.japanese import date_ja
from postings.models import Posting
from postings.models.posting import TERM_FIELDS
from postings.wording.hours import shifts_of, spot_day

NOTHING = "（なし）"
UNITS = {
    "headcount": "名",
    "break_minutes": "分",
    "work_days_count": "日",
    "night_count": "回",
    "holidays_a_year": "日",
    "overtime_hours": "時間",
    "fixed_overtime_hours": "時間",
    "wage_min": "円",
    "wage_max": "円",
    "fixed_overtime_yen": "円",
    "commute_cap_yen": "円",
    "selection_times": "回",
    "result_days": "日",
}


@dataclass(frozen=True)
class Change:
    """One changed field; `before` and `after` are words."""

    field: str
    label: str
    before: str
    after: str


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Change]:
    """Return the fields that differ, in the order of the form; both sides may come from JSON or from a row."""
    found = []
    for name in TERM_FIELDS:
        column = Posting._meta.get_field(name)
        assert isinstance(column, models.Field)
        old, new = column.to_python(before.get(name)), column.to_python(after.get(name))
        if old != new:
            found.append(Change(name, str(column.verbose_name), said(column, old), said(column, new)))
    return found


def said(column: "models.Field[Any, Any]", value: Any) -> str:
    """Return a stored value in words."""
    if value is None or value in ("", []):
        return NOTHING
    if isinstance(value, bool):
        return "はい" if value else "いいえ"
    if isinstance(column, ArrayField):
        return "、".join(_label(column.base_field, one) for one in value)
    if column.name == "work_hours":
        return "、".join(shifts_of(value))
    if column.name == "spot_dates":
        return "、".join(spot_day(day) for day in value)
    return _plain(column, value)


def _plain(column: "models.Field[Any, Any]", value: Any) -> str:
    if isinstance(value, date):
        return date_ja(value)
    if column.name in UNITS:
        return f"{value:,}{UNITS[column.name]}"
    return _label(column, value)


def _label(column: "models.Field[Any, Any]", value: Any) -> str:
    return str(dict(column.flatchoices).get(value, value))
