"""Words: one line, several lines, kana. Stored as typed, only without what nobody sees."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from keynet.forms.asked import TypedField
from keynet.forms.sentences import SENTENCES
from keynet.vocabulary.japanese import is_kana, katakana, multi_line, single_line
from keynet.vocabulary.mistakes import Mistake


class SingleLineField(TypedField):
    """One line, at most `max_length` characters; answers "" when empty."""

    default_error_messages = {"max_length": SENTENCES["max_length"]}
    clean_text: Callable[[str], str] = staticmethod(single_line)

    def __init__(self, *, max_length: int = 200, **kwargs: Any) -> None:
        self.max_length = max_length
        super().__init__(**kwargs)

    def read(self, text: str) -> str:
        """Return the text as it will be stored."""
        return self.measured(self.clean_text(text))

    def measured(self, text: str) -> str:
        """Return the text, or say how many characters it has and may have."""
        if len(text) > self.max_length:
            numbers = {"limit_value": self.max_length, "show_value": len(text)}
            raise ValidationError(self.error_messages["max_length"], code="max_length", params=numbers)
        return text

    def to_python(self, value: Any) -> Any:
        """Return text, never None."""
        return super().to_python(value) or ""


class MultiLineField(SingleLineField):
    """Several lines; the counter under it needs no server."""

    widget = forms.Textarea
    clean_text = staticmethod(multi_line)

    def __init__(self, *, max_length: int = 1000, rows: int = 5, **kwargs: Any) -> None:
        self.rows = rows
        super().__init__(max_length=max_length, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Add the height and the length that static/js/counter.js counts down from."""
        return {**super().widget_attrs(widget), "rows": self.rows, "data-most": self.max_length}


class KanaField(SingleLineField):
    """ふりがな of either kind and any width; answers full-width katakana."""

    default_error_messages = {"kana": "{label}はカタカナかひらがなで入力してください。例：ナカムラ ユミ"}

    def read(self, text: str) -> str:
        """Return katakana."""
        line = single_line(text)
        if not is_kana(line):
            raise Mistake("kana", "カタカナかひらがなで入力してください。")
        return self.measured(katakana(line))
