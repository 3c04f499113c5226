"""Whole numbers, in any width, with commas and units as people type them."""

from typing import Any

from django.core.exceptions import ValidationError

from keynet.forms.asked import TypedField
from keynet.vocabulary.mistakes import Mistake
from keynet.vocabulary.money import yen
from keynet.vocabulary.parsing import parse_number, parse_time, time_ja


class CountField(TypedField):
    """A number between `least` and `most`, both allowed."""

    default_error_messages = {
        "number": "{label}は数字で入力してください。例：3",
        "range": "{label}は%(least)sから%(most)sまでの数で入力してください",
    }
    inputmode = "numeric"
    width = "s"

    def __init__(self, *, least: int = 0, most: int = 9_999, **kwargs: Any) -> None:
        self.least, self.most = least, most
        super().__init__(**kwargs)

    def read(self, text: str) -> int:
        """Return the number."""
        if len(text) > 40:
            raise Mistake("number", "数字だけで入力してください。")
        number = parse_number(text.strip().removesuffix(self.unit))
        if not self.least <= number <= self.most:
            bounds = {"least": f"{self.least:,}", "most": f"{self.most:,}"}
            raise ValidationError(self.error_messages["range"], code="range", params=bounds)
        return number

    def show(self, value: int) -> str:
        """Return the number with its unit."""
        return f"{value:,}{self.unit}"


class YenField(CountField):
    """An amount in yen; 30万円 is understood."""

    default_error_messages = {"number": "{label}は数字で入力してください。例：1500"}
    unit = "円"

    def __init__(self, *, least: int = 0, most: int = 99_999_999, **kwargs: Any) -> None:
        super().__init__(least=least, most=most, **kwargs)

    def show(self, value: int) -> str:
        """Return 1,500円."""
        return yen(value)


class TimeField(TypedField):
    """A time of day as minutes after midnight; the end of a night may be 30:00 or 翌6:00."""

    default_error_messages = {"time": "{label}は時刻で入力してください。例：8:30、翌9:00"}
    inputmode = "text"
    width = "s"

    def read(self, text: str) -> int:
        """Return minutes after midnight, at most 33:00."""
        return parse_time(text)

    def prepare_value(self, value: Any) -> Any:
        """Show stored minutes as a time, typed text as typed."""
        return time_ja(value) if isinstance(value, int) else value

    def show(self, value: int) -> str:
        """Return 8:30 or 翌6:00."""
        return time_ja(value)
