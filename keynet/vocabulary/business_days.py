"""営業日, and the promise to answer within two of them.

Days off are Saturdays, Sundays, 国民の祝日・休日 and 12/29 to 1/3 (行政機関の休日に関する法律). Holidays come
from the `holidays` package: update it when the law changes, or when the 官報 of February moves an equinox.
"""

from datetime import date, datetime, time, timedelta
from functools import cache

import holidays

from keynet.vocabulary.japanese import JST

CUT_OFF = time(17, 0)
"""The end of the office's day: what comes later counts as received on the next business day."""

ANSWER_WITHIN = 2
"""「2営業日以内に、初回ログインに関するメールが届きます」 (circulars of 2021-05-06 and 2021-05-26)."""

_DAY = timedelta(days=1)


@cache
def _public_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("JP", years=year))


def is_business_day(day: date) -> bool:
    """Is the office open on this day?"""
    is_new_year = (day.month, day.day) >= (12, 29) or (day.month, day.day) <= (1, 3)
    return day.weekday() < 5 and not is_new_year and day not in _public_holidays(day.year)


def add_business_days(day: date, count: int) -> date:
    """The `count`-th business day after (or, if negative, before) this day; the day itself never counts."""
    step = _DAY if count > 0 else -_DAY
    for _ in range(abs(count)):
        day += step
        while not is_business_day(day):
            day += step
    return day


def business_days_between(start: date, end: date) -> int:
    """How many business days come after `start` up to and including `end`; negative when `end` is earlier."""
    if end < start:
        return -business_days_between(end, start)
    return sum(is_business_day(start + _DAY * passed) for passed in range(1, (end - start).days + 1))


def received_on(received_at: datetime) -> date:
    """The business day a receipt counts for: the next one when it came on a day off or after the cut-off."""
    there = received_at.astimezone(JST)
    is_in_time = there.time() <= CUT_OFF and is_business_day(there.date())
    return there.date() if is_in_time else add_business_days(there.date(), 1)


def due_on(received_at: datetime, days: int = ANSWER_WITHIN) -> date:
    """The last day to answer what was received at this moment."""
    return add_business_days(received_on(received_at), days)
