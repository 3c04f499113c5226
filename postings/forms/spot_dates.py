"""勤務日 of spot and vaccination work: one line a day, with its own hours and its own number of people."""

import re
import unicodedata
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from keynet.forms.asked import Asked
from keynet.vocabulary.japanese import date_ja
from keynet.vocabulary.mistakes import Mistake
from keynet.vocabulary.parsing import parse_date, parse_number, parse_time
from postings.forms.hours import shown_time, stored_time
from postings.forms.spot_rows import Row, SpotRows

Days = list[dict[str, Any]]
MOST_DAYS = 60
MOST_PEOPLE = 999
LONGEST_ANSWER = 40
_WITHOUT_YEAR = re.compile(r"(\d{1,2})[月/.-](\d{1,2})日?(?:\([月火水木金土日]\))?")
_RECENT = timedelta(days=31)


class SpotDatesField(Asked):
    """Answers [{"on": "2026-12-05", "starts": "09:00", "ends": "17:00", "headcount": 2}, …] in order of time."""

    widget = SpotRows
    default_error_messages = {
        "line": "{label}の%(line)d行目の%(part)sを確かめてください。例：12月5日、9:00、17:00、2",
        "twice": "{label}の%(line)d行目は、ほかの行と同じ日時です。どちらかを消してください",
        "many": "{label}は%(most)d日以内で入力してください",
    }

    def widget_attrs(self, widget: Any) -> dict[str, Any]:
        """Return nothing: the controls have their own."""
        return {}

    def to_python(self, value: Any) -> Days:
        """Return the days; raises ValidationError with the number of every line that cannot be read."""
        if not value or isinstance(value[0], dict):
            return value or []
        if len(value) > MOST_DAYS:
            raise ValidationError(self.error_messages["many"], code="many", params={"most": MOST_DAYS})
        found: Days = []
        wrong: list[ValidationError] = []
        for line, row in enumerate(value, start=1):
            try:
                found.append(self._another_day(line, row, found))
            except ValidationError as refused:
                wrong.append(refused)
        if wrong:
            raise ValidationError(wrong)
        return sorted(found, key=lambda day: (day["on"], day["starts"]))

    def _another_day(self, line: int, row: Row, earlier: Days) -> dict[str, Any]:
        day = self._day(line, row)
        if any(_is_same_time(day, other) for other in earlier):
            raise ValidationError(self.error_messages["twice"], code="twice", params={"line": line})
        return day

    def _day(self, line: int, row: Row) -> dict[str, Any]:
        on, starts, ends, headcount = row
        part = "日付"
        try:
            day = read_day(on[:LONGEST_ANSWER])
            part = "時刻"
            first, last = parse_time(starts[:LONGEST_ANSWER]), parse_time(ends[:LONGEST_ANSWER])
            part = "必要人数"
            people = read_people(headcount)
        except Mistake as mistake:
            where = {"line": line, "part": part}
            raise ValidationError(self.error_messages["line"], code="line", params=where) from mistake
        return {
            "on": day.isoformat(),
            "starts": stored_time(first),
            "ends": stored_time(last if last > first else last + 24 * 60),
            "headcount": people,
        }

    def prepare_value(self, value: Any) -> Any:
        """Show stored days as rows, typed rows as typed."""
        is_stored = bool(value) and isinstance(value[0], dict)
        return [_row(day) for day in value] if is_stored else value

    def show(self, value: Days) -> str:
        """Return one line a day."""
        return "\n".join("{} {}〜{} {}名".format(*_row(day)) for day in value)


def read_day(text: str) -> date:
    """Read a day; without a year the next such day is meant (one up to a month ago stays). Raises Mistake."""
    narrow = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    found = _WITHOUT_YEAR.fullmatch(narrow)
    if found is None:
        return parse_date(narrow)
    today = timezone.localdate()
    day = parse_date(f"{today.year}年{found[1]}月{found[2]}日")
    return parse_date(f"{today.year + 1}年{found[1]}月{found[2]}日") if day < today - _RECENT else day


def read_people(text: str) -> int:
    """Read how many people are needed; raises Mistake."""
    people = parse_number(re.sub(r"[\s名人]", "", text)[:LONGEST_ANSWER])
    if not 1 <= people <= MOST_PEOPLE:
        raise Mistake("range", f"人数は1名から{MOST_PEOPLE}名までで入力してください。")
    return people


def _is_same_time(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return all(one[part] == other[part] for part in ("on", "starts", "ends"))


def _row(day: dict[str, Any]) -> Row:
    on = date_ja(date.fromisoformat(day["on"]))
    return [on, shown_time(day["starts"]), shown_time(day["ends"]), str(day["headcount"])]
