from bisect import bisect_right
from datetime import UTC, date, datetime, time, timedelta

import pytest

from keynet.vocabulary.business_days import (
    add_business_days,
    business_days_between,
    due_on,
    is_business_day,
    received_on,
)
from keynet.vocabulary.japanese import JST
from tests.vocabulary.holidays_by_law import holidays_by_law

YEARS = range(2019, 2031)
EVERY_DAY = [date(2019, 1, 1) + timedelta(days=n) for n in range((date(2031, 1, 1) - date(2019, 1, 1)).days)]
OPEN = {
    day
    for day in EVERY_DAY
    if day.weekday() < 5
    and day not in holidays_by_law(day.year)
    and not (day.month == 12 and day.day >= 29)
    and not (day.month == 1 and day.day <= 3)
}


def noon(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(12), tzinfo=JST)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2020-06-19", "2020-06-23"),
        ("2020-07-21", "2020-07-27"),
        ("2021-04-28", "2021-05-06"),
        ("2021-05-01", "2021-05-10"),
        ("2021-05-06", "2021-05-10"),
        ("2021-05-07", "2021-05-11"),
        ("2021-05-26", "2021-05-28"),
        ("2021-07-20", "2021-07-26"),
        ("2021-08-05", "2021-08-10"),
        ("2021-12-27", "2022-01-04"),
        ("2021-12-28", "2022-01-05"),
        ("2026-09-18", "2026-09-25"),
        ("2026-12-28", "2027-01-05"),
    ],
)
def test_the_answer_is_due_two_business_days_after_receipt(received, due):
    assert due_on(noon(received)) == date.fromisoformat(due)


def test_the_acceptance_check_of_the_circular_holds_at_three_in_the_afternoon():
    assert due_on(datetime(2021, 4, 28, 15, 0, tzinfo=JST)) == date(2021, 5, 6)


def test_five_o_clock_sharp_still_counts_for_the_day():
    assert received_on(datetime(2021, 5, 26, 17, 0, tzinfo=JST)) == date(2021, 5, 26)


def test_what_comes_after_five_counts_for_the_next_business_day():
    friday_evening = datetime(2021, 5, 28, 17, 0, 1, tzinfo=JST)
    assert received_on(friday_evening) == date(2021, 5, 31)
    assert due_on(friday_evening) == date(2021, 6, 2)


def test_a_receipt_on_a_day_off_counts_for_the_next_business_day_whatever_the_hour():
    saturday_night = datetime(2021, 5, 1, 23, 0, tzinfo=JST)
    assert received_on(saturday_night) == date(2021, 5, 6)


def test_the_day_is_japans_day_not_that_of_the_stored_time():
    wednesday_night_in_greenwich = datetime(2021, 5, 26, 23, 0, tzinfo=UTC)
    assert received_on(wednesday_night_in_greenwich) == date(2021, 5, 27)


def test_more_days_than_two_can_be_asked_for():
    assert due_on(noon("2021-05-26"), days=3) == date(2021, 5, 31)


def test_every_day_of_twelve_years_is_open_exactly_when_the_law_says_so():
    assert [day for day in EVERY_DAY if is_business_day(day) != (day in OPEN)] == []


def test_adding_business_days_agrees_with_a_list_of_them():
    open_days = sorted(OPEN)
    for day in EVERY_DAY[:-40]:
        following = bisect_right(open_days, day)
        for count in (1, 2, 3, 5):
            assert add_business_days(day, count) == open_days[following + count - 1]


def test_counting_between_agrees_with_the_law_and_is_negative_backwards():
    for start in EVERY_DAY[:730:7]:
        for length in (0, 1, 3, 10, 40):
            end = start + timedelta(days=length)
            counted = len([day for day in OPEN if start < day <= end])
            assert business_days_between(start, end) == counted
            assert business_days_between(end, start) == -counted


def test_no_days_added_is_the_day_itself_even_when_it_is_off():
    assert add_business_days(date(2021, 5, 1), 0) == date(2021, 5, 1)
