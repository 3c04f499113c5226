"""A stored row asked again with the form's own rules, so that every page says the same sentence about it."""

from collections.abc import Mapping
from typing import Any

from django.forms import BaseForm, BoundField
from django.http import QueryDict


def retyped(form: BaseForm) -> dict[str, Any]:
    """Return what a person would have to type into the unbound form to answer it as it stands."""
    typed: dict[str, Any] = {}
    for question in form:
        typed |= typed_as(question, question.initial)
    return typed


def typed_as(question: BoundField, stored: Any) -> dict[str, Any]:
    """Return what a person would have to type to give this answer to one question."""
    value = question.field.prepare_value(stored)
    widget: Any = question.field.widget
    if hasattr(widget, "spread"):  # of a control in lines, such as days
        return dict(widget.spread(question.html_name, value))
    suffixes = getattr(widget, "widgets_names", None)  # of a control in parts, such as a date
    if suffixes:
        names = (f"{question.html_name}{suffix}" for suffix in suffixes)
        return dict(zip(names, widget.decompress(value), strict=True))
    return {question.html_name: value}


def replaced(data: Mapping[str, Any], typed: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the typed data with some answers typed differently."""
    if not isinstance(data, QueryDict):
        return {**data, **typed}
    changed = data.copy()
    for name, value in typed.items():
        changed.setlist(name, value if isinstance(value, list) else [] if value is None else [value])
    return changed
