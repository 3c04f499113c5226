"""When one works: days, hours, breaks, overtime, holidays."""

from datetime import date
from typing import Any

from keynet.vocabulary.japanese import date_ja
from keynet.vocabulary.mistakes import Mistake
from keynet.vocabulary.parsing import parse_time, time_ja
from keynet.vocabulary.terms import Holidays, OnCall, Overtime, WorkDays
from postings.models import Posting
from postings.wording.line import Line, label_of, said, sentence
from postings.wording.period import bracketed

MIDNIGHT = 24 * 60
EARLIEST_DAY, LATEST_DAY_START, LATEST_DAY_END = 5 * 60, 12 * 60, 20 * 60
HOLIDAYS = {
    Holidays.WEEKENDS: "土曜・日曜・祝日",
    Holidays.SHIFTS: "勤務表（シフト）によります",
    Holidays.OTHER: "そのほか",
}


def _minutes(times: Any) -> tuple[int, int] | None:
    """Return start and end of a shift; an end before its start is the next morning. None while unfinished."""
    try:
        start, end = (parse_time(str(time)) for time in times)
    except (Mistake, ValueError, TypeError):
        return None
    return start, end if end > start else end + MIDNIGHT


def shift(start: int, end: int) -> str:
    """Return 「日勤 8:30〜17:00」; hours that are plainly neither day nor night stay without a word."""
    if end > MIDNIGHT or start < EARLIEST_DAY:
        word = "夜勤 "
    else:
        word = "日勤 " if start < LATEST_DAY_START and end <= LATEST_DAY_END else ""
    return f"{word}{time_ja(start)}〜{time_ja(end)}"


def shifts(posting: Posting) -> list[str]:
    """Return each shift in words, e.g. 「日勤 8:30〜17:00」 and 「夜勤 16:30〜翌9:00」."""
    return shifts_of(posting.work_hours or [])


def shifts_of(pairs: list[list[str]]) -> list[str]:
    """Return stored pairs of start and end in words; an unfinished one is left out."""
    found = (_minutes(times) for times in pairs)
    return [shift(*times) for times in found if times]


def paid_minutes(posting: Posting) -> int:
    """Return how long one works on a day, breaks left out; 0 when shifts differ or hours or break are not known."""
    found = [_minutes(times) for times in posting.work_hours or []]
    lengths = {times[1] - times[0] if times else None for times in found}
    length = lengths.pop() if len(lengths) == 1 else None
    return 0 if length is None or posting.break_minutes is None else max(0, length - posting.break_minutes)


def days(posting: Posting) -> str:
    """Return 「週3日」, 「月8日」, 「相談して決めます」 or 「決まった日だけ」."""
    counts = {WorkDays.PER_WEEK: "週", WorkDays.PER_MONTH: "月"}
    if posting.work_days in counts:
        count = posting.work_days_count
        return f"{label_of(counts, posting.work_days)}{count}日" if count else ""
    return label_of(
        {WorkDays.NEGOTIABLE: "相談して決めます", WorkDays.FIXED_DATES: "決まった日だけ"}, posting.work_days
    )


def spot_dates(posting: Posting) -> list[str]:
    """Return each single day with its hours and number of people."""
    return [text for spot in posting.spot_dates or [] if (text := spot_day(spot))]


def spot_day(spot: dict[str, Any]) -> str:
    """Return one day with its hours and number of people; nothing for a broken line."""
    try:
        day = date_ja(date.fromisoformat(str(spot.get("on"))))
    except ValueError:
        return ""
    times = _minutes((spot.get("starts"), spot.get("ends")))
    hours = f" {time_ja(times[0])}〜{time_ja(times[1])}" if times else ""
    return bracketed(f"{day}{hours}", f"{spot['headcount']}名" if spot.get("headcount") else "")


def pattern(posting: Posting) -> str:
    """Return 勤務形態 in the words of nurse centers."""
    return posting.get_shift_pattern_display() if posting.shift_pattern else ""


def break_note(posting: Posting) -> str:
    """Return 「休憩45分」 with its explanation; no break is said too."""
    if posting.break_minutes is None:
        return ""
    text = f"休憩{posting.break_minutes}分" if posting.break_minutes else "休憩なし"
    return bracketed(text, posting.break_note)


def hours_line(posting: Posting) -> Line:
    """Say 始業・終業 and 休憩, with what is added about nights."""
    text = sentence([pattern(posting), *shifts(posting)], "\n") or posting.hours_note
    added = posting.hours_note if text != posting.hours_note else ""
    return Line("勤務時間", text, said(break_note(posting), added))


def nights(posting: Posting) -> str:
    """Return how often one works at night, and whether one is called from home."""
    count = posting.night_count
    often = "" if count is None else f"月{count}回ほど" if count else "ありません"
    calls = {OnCall.NONE: "オンコールはありません", OnCall.SOME: "オンコールがあります"}
    return sentence([often, label_of(calls, posting.on_call), posting.night_note], "、")


def days_line(posting: Posting) -> Line:
    """Say on how many or on which days."""
    dates = spot_dates(posting)
    return Line("勤務日数", sentence([days(posting), *dates], "\n"))


def overtime_line(posting: Posting) -> Line:
    """Say 所定外労働 with its monthly average."""
    texts = {Overtime.NONE: "ありません", Overtime.SOME: "あります"}
    average = f"月平均{posting.overtime_hours}時間" if posting.overtime_hours else ""
    return Line("時間外労働", bracketed(label_of(texts, posting.overtime), average))


def holidays_line(posting: Posting) -> Line:
    """Say 休日・休暇."""
    a_year = f"年間休日{posting.holidays_a_year}日" if posting.holidays_a_year else ""
    return Line("休日", label_of(HOLIDAYS, posting.holidays), said(a_year, posting.holidays_note))
