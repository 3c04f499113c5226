"""A date as year, month and day, or pasted whole into any of the three, in the western or the Japanese year."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from keynet.forms.asked import Asked
from keynet.forms.widgets import DateParts
from keynet.vocabulary.japanese import date_ja
from keynet.vocabulary.mistakes import Mistake
from keynet.vocabulary.parsing import parse_date

PARTS = ("年", "月", "日")


class DateField(Asked):
    """A day; answers a date or None. `past` is the earliest year that can be meant."""

    default_error_messages = {
        "missing": "{label}の「%(part)s」を入力してください",
        "date": "{label}は年・月・日を数字で入力してください。例：2026年12月1日",
        "year": "{label}の年は西暦4桁で入力してください。例：2026",
    }

    def __init__(self, *, earliest: int = 1900, latest: int = 2100, **kwargs: Any) -> None:
        self.earliest, self.latest = earliest, latest
        kwargs.setdefault("widget", DateParts(kwargs.get("autocomplete", "off")))
        super().__init__(**kwargs)

    def widget_attrs(self, widget: Any) -> dict[str, Any]:
        """Return nothing: the three controls have their own."""
        return {}

    def to_python(self, value: Any) -> date | None:
        """Return the day, or say which part is missing or that there is no such day."""
        if value is None or isinstance(value, date):
            return value
        parts = [str(part or "").strip() for part in value]
        filled = [part for part in parts if part]
        if not filled:
            return None
        if len(filled) == 1 and len(filled[0]) > 4:
            return self._read(filled[0])
        for part, name in zip(parts, PARTS, strict=True):
            if not part:
                raise ValidationError(self.error_messages["missing"], code="missing", params={"part": name})
        return self._read("{}年{}月{}日".format(*parts))

    def _read(self, text: str) -> date:
        try:
            day = parse_date(text[:40])
        except Mistake as mistake:
            sentence = self.error_messages.get(mistake.code, mistake.sentence)
            raise ValidationError(str(sentence).rstrip("。"), code=mistake.code) from mistake
        if not self.earliest <= day.year <= self.latest:
            raise ValidationError(self.error_messages["year"], code="year")
        return day

    def show(self, value: date) -> str:
        """Return 2026年12月1日（火）."""
        return date_ja(value)
