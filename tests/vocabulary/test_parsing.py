from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keynet.vocabulary.japanese import date_ja, era_date
from keynet.vocabulary.mistakes import Mistake
from keynet.vocabulary.parsing import LATEST_END, parse_date, parse_number, parse_time, time_ja


@pytest.mark.parametrize(
    "typed",
    [
        "2026/12/1", "2026-12-01", "2026.12.1", "20261201", "2026年12月1日", "２０２６年１２月１日（火）",
        "令和8年12月1日", "令和８年１２月１日", " R8.12.1 ", "r8/12/01", "2026 年 12 月 1 日", "２０２６－１２－０１",
        "2026ー12ー1",
    ],
)  # fmt: skip
def test_a_date_is_read_in_every_common_form(typed):
    assert parse_date(typed) == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("令和元年5月1日", date(2019, 5, 1)),
        ("平成31年4月30日", date(2019, 4, 30)),
        ("S64.1.7", date(1989, 1, 7)),
        ("大正15年12月24日", date(1926, 12, 24)),
        ("M45/7/29", date(1912, 7, 29)),
    ],
)
def test_eras_are_read(typed, day):
    assert parse_date(typed) == day


@pytest.mark.parametrize(
    "typed", ["", "明日", "12/1", "26/12/1", "2026/12", "2026-12-01T00:00", "元年5月1日"]
)
def test_a_date_that_cannot_be_read_asks_for_one(typed):
    with pytest.raises(Mistake, match="例：2026年12月1日"):
        parse_date(typed)


@pytest.mark.parametrize(
    ("typed", "words"),
    [("2026/2/30", "2026年2月30日はありません"), ("令和8年13月1日", "2026年13月1日はありません")],
)
def test_a_day_that_does_not_exist_is_named(typed, words):
    with pytest.raises(Mistake, match=words):
        parse_date(typed)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_date_is_read_back_from_both_ways_of_writing_it(day):
    assert parse_date(date_ja(day)) == parse_date(era_date(day)) == day


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("8:30", 510),
        ("08:30", 510),
        ("８：３０", 510),
        ("８時３０分", 510),
        ("8時", 480),
        ("8時半", 510),
        ("午前8時30分", 510),
        ("午後5時30分", 1050),
        ("0:00", 0),
        ("24:00", 1440),
        ("33:00", 1980),
        ("30:00", 1800),
        ("翌6:00", 1800),
        ("翌日6時", 1800),
    ],
)
def test_a_time_is_read_in_every_common_form(typed, minutes):
    assert parse_time(typed) == minutes


@pytest.mark.parametrize("typed", ["", "朝", "830", "8.5", "8:3", "-1:00"])
def test_a_time_that_cannot_be_read_asks_for_one(typed):
    with pytest.raises(Mistake, match="例：8:30"):
        parse_time(typed)


@pytest.mark.parametrize("typed", ["8:60", "33:01", "34:00", "翌9:01", "翌30:00", "午後13時"])
def test_a_time_that_no_shift_has_is_told_the_limits(typed):
    with pytest.raises(Mistake, match="33:00"):
        parse_time(typed)


def test_the_end_of_a_night_is_shown_as_the_next_day():
    assert [time_ja(m) for m in (510, 0, 1439, 1440, 1800)] == ["8:30", "0:00", "23:59", "翌0:00", "翌6:00"]


@given(st.integers(0, LATEST_END))
def test_a_time_is_read_back_from_how_it_is_shown(minutes):
    assert parse_time(time_ja(minutes)) == minutes


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1500", 1500), ("１，５００", 1500), ("1,500円", 1500), (" 1 500 ", 1500), ("30万円", 300000),
        ("1.25万", 12500), ("0", 0), ("2.0", 2),
    ],
)  # fmt: skip
def test_a_number_is_read_in_every_common_form(typed, number):
    assert parse_number(typed) == number


@pytest.mark.parametrize("typed", ["", "応相談", "-5", "1.5", "1.00005万", "1e3", "9" * 5000, "約1500円"])
def test_what_is_no_whole_number_asks_for_digits(typed):
    with pytest.raises(Mistake, match="例：1500"):
        parse_number(typed)
