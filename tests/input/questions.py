"""Every question of every form on its own, and what is wrong with how it reads a value."""

import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from tests.input.corpus import Value
from tests.input.scene import Scene

Asked = dict[str, forms.Field]


def asked(scene: Scene) -> Asked:
    """Return every question of every form that a page shows, once for each way it is asked."""
    found: Asked = {}
    for page in scene.pages(only_html=True):
        context = scene.open(page).context
        for layer in context or ():
            for form in _forms_in(layer):
                for name, field in form.fields.items():
                    found.setdefault(f"{type(form).__name__}.{name}", field)
    return found


def _forms_in(layer: Any) -> list[forms.BaseForm]:
    values = (
        [value for part in layer for value in part.values()] if hasattr(layer, "dicts") else layer.values()
    )
    return [value for value in values if isinstance(value, forms.BaseForm)]


class Everywhere(QueryDict):
    """What was posted: the same text under every name."""

    def __init__(self, text: str) -> None:
        super().__init__(mutable=True)
        self.text = text

    def __contains__(self, name: object) -> bool:
        return True

    def get(self, name: str, default: Any = None) -> Any:
        return self.text

    def getlist(self, name: str, default: Any = None) -> Any:
        return [self.text]

    __getitem__ = get


def read(field: forms.Field, value: Value) -> str:
    """Return what is wrong with how the field reads the value."""
    typed = field.widget.value_from_datadict(Everywhere(value.text), MultiValueDict(), "x")
    try:
        cleaned = field.clean(typed)
    except ValidationError as error:
        return "" if all(_is_japanese(sentence) for sentence in error.messages) else f"says {error.messages}"
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    secret = isinstance(field.widget, forms.PasswordInput)  # only its digest is stored
    return _kept(field, cleaned) if isinstance(cleaned, str) and not secret else ""


def _is_japanese(sentence: str) -> bool:
    return any("ぁ" <= sign <= "ん" for sign in sentence)


def _kept(field: forms.Field, text: str) -> str:
    """Return what is wrong with a text that would be stored: it must stay as it is when it is typed once more."""
    bad = [sign for sign in text if unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\n\t"]
    if bad:
        return f"keeps {bad}"
    shown = field.prepare_value(text)
    again = field.clean(shown) if text else text
    return "" if again == text else f"{text[:40]!r} becomes {again[:40]!r}"
