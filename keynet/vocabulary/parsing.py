"""Dates, times and numbers as people type them: any width, 西暦 or 和暦, with or without units."""

import re
import unicodedata
from datetime import date

from keynet.vocabulary.characters import TO_HYPHEN
from keynet.vocabulary.mistakes import Mistake

LATEST_END = 33 * 60
"""The latest end of work, in minutes after midnight of the day it began: 翌9:00."""

_YEAR_BEFORE_FIRST = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
_YEAR_BEFORE_FIRST |= {"R": 2018, "H": 1988, "S": 1925, "T": 1911, "M": 1867}

_DATE = re.compile(
    r"(?P<era>令和|平成|昭和|大正|明治|[RHSTM])?(?P<year>\d{1,4}|元)[年/.-](?P<month>\d{1,2})[月/.-](?P<day>\d{1,2})日?"
    r"(?:\([月火水木金土日]\))?",
    re.IGNORECASE,
)
_EIGHT_DIGITS = re.compile(r"(?P<era>)(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})")
_TIME = re.compile(
    r"(?P<part>午前|午後|翌日?)?(?P<hour>\d{1,2})(?::(?P<minute>\d{2})|時(?:(?P<minutes>\d{1,2})分|(?P<half>半))?)"
)
_NUMBER = re.compile(r"(?P<number>\d{1,12}(?:\.\d{1,4})?)(?P<ten_thousand>万)?円?")


def _narrow(text: str) -> str:
    return re.sub(r"[\s,、]", "", unicodedata.normalize("NFKC", text)).translate(TO_HYPHEN)


def parse_date(text: str) -> date:
    """2026/12/1, 20261201, ２０２６年１２月１日（火）, 令和8年12月1日, R8.12.1. Raises `Mistake`."""
    found = _DATE.fullmatch(_narrow(text)) or _EIGHT_DIGITS.fullmatch(_narrow(text))
    if found is None or not (found["era"] or len(found["year"]) == 4):
        raise Mistake("date", "日付は、年・月・日を数字で入力してください。例：2026年12月1日")
    year = 1 if found["year"] == "元" else int(found["year"])
    year += _YEAR_BEFORE_FIRST[found["era"].upper()] if found["era"] else 0
    month, day = int(found["month"]), int(found["day"])
    try:
        return date(year, month, day)
    except ValueError:
        raise Mistake(
            "no_such_date", f"{year}年{month}月{day}日はありません。日付を確かめてください。"
        ) from None


def parse_time(text: str) -> int:
    """Minutes after midnight: 8:30 and ８時３０分 give 510; 30:00 and 翌6:00 give 1800. Raises `Mistake`."""
    found = _TIME.fullmatch(_narrow(text))
    if found is None:
        raise Mistake("time", "時刻は、時と分を数字で入力してください。例：8:30")
    hour = int(found["hour"])
    minute = 30 if found["half"] else int(found["minute"] or found["minutes"] or 0)
    part = found["part"] or ""
    is_possible = minute < 60 and (hour <= 12 if part.startswith("午") else hour < 24 or not part)
    minutes = (hour + {"午後": 12, "翌": 24, "翌日": 24}.get(part, 0)) * 60 + minute
    if not is_possible or minutes > LATEST_END:
        raise Mistake("no_such_time", "時刻は0:00から33:00（翌9:00）までで入力してください。例：翌6:00")
    return minutes


def time_ja(minutes: int) -> str:
    """510 minutes after midnight are 「8:30」, 1800 are 「翌6:00」."""
    days, rest = divmod(minutes, 24 * 60)
    return f"{'翌' if days else ''}{rest // 60}:{rest % 60:02}"


def parse_number(text: str) -> int:
    """A whole number: 1500, １，５００, 1,500円, 30万円. Raises `Mistake`."""
    found = _NUMBER.fullmatch(_narrow(text))
    if found:
        whole, _, decimals = found["number"].partition(".")
        shift = 4 if found["ten_thousand"] else 0
        if not decimals.rstrip("0")[shift:]:
            return int(whole + decimals.rstrip("0").ljust(shift, "0"))
    raise Mistake("number", "数字だけで入力してください。例：1500")
