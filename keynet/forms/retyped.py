"""A stored row asked again with the form's own rules, so that every page says the same sentence about it."""

from typing import Any

from django.forms import BaseForm


def retyped(form: BaseForm) -> dict[str, Any]:
    """Return what a person would have to type into the unbound form to answer it as it stands."""
    typed: dict[str, Any] = {}
    for question in form:
        value = question.field.prepare_value(question.initial)
        widget: Any = question.field.widget
        suffixes = getattr(widget, "widgets_names", None)  # of a control in parts, such as a date
        if suffixes:
            names = (f"{question.html_name}{suffix}" for suffix in suffixes)
            typed.update(zip(names, widget.decompress(value), strict=True))
        else:
            typed[question.html_name] = value
    return typed
