"""What our fields have in common: how wide, what follows them, what the browser may fill in, how text is read."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from keynet.vocabulary.mistakes import Mistake

WIDTHS = {"": "", "s": "w-s", "m": "w-m"}


class Asked(forms.Field):
    """A field that knows its width (s, m or full), its unit, its autocomplete word and its keyboard."""

    unit: str = ""
    autocomplete: str = ""
    inputmode: str = ""
    width: str = ""

    def __init__(self, *, width: str = "", unit: str = "", autocomplete: str = "", **kwargs: Any) -> None:
        self.width = width or self.width
        self.unit = unit or self.unit
        self.autocomplete = autocomplete or self.autocomplete
        super().__init__(**kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Return the attributes; never maxlength, which would cut what people paste without a word."""
        attrs = {"class": WIDTHS[self.width], "autocomplete": self.autocomplete, "inputmode": self.inputmode}
        return {name: value for name, value in attrs.items() if value}


class TypedField(Asked):
    """A field of typed text that `read` turns into a value, or into a sentence that says what to do."""

    widget: type[forms.Widget] = forms.TextInput

    def read(self, text: str) -> Any:
        """Turn text that is not empty into the value; raises `Mistake`."""
        raise NotImplementedError

    def to_python(self, value: Any) -> Any:
        """Return the value, None when nothing was typed; what is already a value passes."""
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return self.read(value)
        except Mistake as mistake:
            raise self.said(mistake) from mistake

    def said(self, mistake: Mistake) -> ValidationError:
        """Say a mistake in this question's words where it has its own, else in the vocabulary's."""
        sentence = self.error_messages.get(mistake.code, mistake.sentence)
        return ValidationError(str(sentence).rstrip("。"), code=mistake.code)
