"""勤務日 of spot and vaccination work: one day a line, as people write it."""

import re
import unicodedata
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from keynet.forms import MultiLineField
from keynet.vocabulary.mistakes import Mistake
from keynet.vocabulary.parsing import parse_date, parse_time
from postings.forms.hours import shown_time, stored_time

Days = list[dict[str, Any]]
MOST_DAYS = 60
# 12月5日 9:00〜17:00 2名, also with year, weekday, any width and hyphen
_LINE = re.compile(
    r"(?P<day>\S+?(?:日|\d))(?:\([月火水木金土日]\))?[\s、,]+(?P<starts>\S+?)\s*[~〜\-から]+\s*(?P<ends>\S+?)(?:まで)?"
    r"[\s、,]+(?P<headcount>\d{1,3})[名人]?"
)


class SpotDatesField(MultiLineField):
    """Answers [{"on": "2026-12-05", "starts": "09:00", "ends": "17:00", "headcount": 2}, …] in order of time."""

    default_error_messages = {
        "line": "{label}の%(line)d行目を「12月5日 9:00〜17:00 2名」の形で入力してください",
        "many": "{label}は60行以内で入力してください",
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=3000, rows=4, **kwargs)

    def to_python(self, value: Any) -> Days:
        """Return the days; raises ValidationError with the number of the line that cannot be read."""
        text = value if isinstance(value, list) else super().to_python(value)
        if isinstance(text, list):
            return text
        lines = [line.strip() for line in text.splitlines()]
        if len(lines) > MOST_DAYS:
            raise ValidationError(self.error_messages["many"], code="many")
        days = [self._day(number, line) for number, line in enumerate(lines, start=1) if line]
        return sorted(days, key=lambda day: (day["on"], day["starts"]))

    def _day(self, number: int, line: str) -> dict[str, Any]:
        try:
            return _read(line)
        except Mistake as mistake:
            raise ValidationError(
                self.error_messages["line"], code="line", params={"line": number}
            ) from mistake

    def prepare_value(self, value: Any) -> Any:
        """Show stored days as lines, typed lines as typed."""
        return "\n".join(map(_line, value)) if isinstance(value, list) else value

    def show(self, value: Days) -> str:
        """Return the lines."""
        return "\n".join(map(_line, value))


def _read(line: str) -> dict[str, Any]:
    found = _LINE.fullmatch(unicodedata.normalize("NFKC", line))
    if found is None or int(found["headcount"]) < 1:
        raise Mistake("line", "12月5日 9:00〜17:00 2名")
    starts, ends = parse_time(found["starts"]), parse_time(found["ends"])
    return {
        "on": _date(found["day"]).isoformat(),
        "starts": stored_time(starts),
        "ends": stored_time(ends if ends > starts else ends + 24 * 60),
        "headcount": int(found["headcount"]),
    }


def _date(text: str) -> date:
    """Read a day; without a year the next such day is meant (a day up to a month ago stays in this year)."""
    if re.fullmatch(r"\d{1,2}[月/.-]\d{1,2}日?", text):
        today = timezone.localdate()
        day = parse_date(f"{today.year}年{text}" if "月" in text else f"{today.year}/{text}")
        is_next_year = day < today - timedelta(days=31)
        return parse_date(f"{today.year + 1}年{day.month}月{day.day}日") if is_next_year else day
    return parse_date(text)


def _line(day: dict[str, Any]) -> str:
    on = date.fromisoformat(day["on"])
    hours = f"{shown_time(day['starts'])}〜{shown_time(day['ends'])}"
    return f"{on.year}年{on.month}月{on.day}日 {hours} {day['headcount']}名"
