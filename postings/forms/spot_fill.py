"""まとめて入れる: a range of days, some weekdays, the same hours and number of people. Nothing is stored by it."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.http import QueryDict

from keynet.forms.retyped import replaced
from keynet.vocabulary.japanese import date_ja
from keynet.vocabulary.mistakes import Mistake
from keynet.vocabulary.parsing import parse_time
from postings.forms.spot_dates import MOST_DAYS, read_day, read_people
from postings.forms.spot_rows import Row, SpotRows

WEEKDAYS = tuple("月火水木金土日")
SPOT = "spot_dates"
LONGEST_RANGE = timedelta(days=366)
ORDER = "まとめて入れる期間は、始まりから終わりの順に、1年以内で入力してください。"
ALREADY = "その日時は、すべてすでに入っています。"
NO_DAY = "その期間に、選んだ曜日はありません。"


class SpotFill:
    """Mix into the form with the question `spot_dates`; `days_answer` says what was done."""

    days_answer = ""
    weekdays = WEEKDAYS

    @classmethod
    def with_days(cls, data: QueryDict) -> tuple[Mapping[str, Any], str]:
        """Return the typed data with the days of the range added as rows, and the sentence about it."""
        widget = SpotRows()
        rows: list[Row] = widget.value_from_datadict(data, None, SPOT)
        typed = {
            part: data.get(f"range_{part}", "").strip()[:40]
            for part in ("from", "to", "starts", "ends", "headcount")
        }
        if not any(typed.values()):
            return replaced(data, {**widget.spread(SPOT, rows), f"{SPOT}_removed": []}), ""
        try:
            days = _days(typed["from"], typed["to"], set(data.getlist("range_weekdays")))
            for time in ("starts", "ends"):
                parse_time(typed[time])
            read_people(typed["headcount"])
        except Mistake as mistake:
            return data, f"まとめて入れることができませんでした。{mistake.sentence}"
        hours = [typed["starts"], typed["ends"], typed["headcount"]]
        added = [row for day in days if (row := [date_ja(day), *hours]) not in rows]
        if len(rows) + len(added) > MOST_DAYS:
            return data, f"勤務日は{MOST_DAYS}日以内です。期間か曜日を減らしてください。"
        kept = {**widget.spread(SPOT, [*rows, *added]), f"{SPOT}_removed": []}
        cleared = {f"range_{part}": "" for part in typed}
        said = f"{len(added)}日を入れました。確かめて、保存してください。" if added else ALREADY
        return replaced(data, kept | cleared), said


def _days(first: str, last: str, weekdays: set[str]) -> list[date]:
    begins, ends = read_day(first), read_day(last)
    if not begins <= ends <= begins + LONGEST_RANGE:
        raise Mistake("range", ORDER)
    days = [begins + timedelta(days=at) for at in range((ends - begins).days + 1)]
    found = [day for day in days if not weekdays or WEEKDAYS[day.weekday()] in weekdays]
    if not found:
        raise Mistake("weekdays", NO_DAY)
    return found
