"""The few controls that Django does not have."""

from datetime import date
from typing import Any

from django import forms


class CheckChips(forms.CheckboxSelectMultiple):
    """Checkboxes side by side, each in a rounded frame."""

    template_name = "components/widgets/chips.html"


class Pledge(forms.CheckboxInput):
    """A single checkbox with the sentence it stands for."""

    template_name = "components/widgets/pledge.html"
    use_fieldset = True

    def __init__(self, statement: str) -> None:
        super().__init__()
        self.statement = statement

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the sentence."""
        return {**super().get_context(name, value, attrs), "statement": self.statement}


class DateParts(forms.MultiWidget):
    """Year, month and day as three short text controls: 年 月 日."""

    template_name = "components/widgets/date_parts.html"
    use_fieldset = True

    def __init__(self, autocomplete: str = "off") -> None:
        number = {"inputmode": "numeric", "autocomplete": autocomplete}
        parts: dict[str, forms.Widget | type[forms.Widget]] = {
            "y": forms.TextInput({**number, "class": "w-date4"}),
            "m": forms.TextInput({**number, "class": "w-date"}),
            "d": forms.TextInput({**number, "class": "w-date"}),
        }
        super().__init__(widgets=parts)

    def decompress(self, value: date | None) -> list[str]:
        """Split a stored date; no date gives three empty controls."""
        return [str(value.year), str(value.month), str(value.day)] if value else ["", "", ""]

    def id_for_label(self, id_: str) -> str:
        """Return the id of the year, the first control."""
        return f"{id_}_0"
