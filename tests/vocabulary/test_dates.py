from datetime import UTC, date, datetime

import pytest

from keynet.vocabulary.japanese import date_ja, datetime_ja, era_date, weekday


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-12-01", "令和8年12月1日"),
        ("2021-05-26", "令和3年5月26日"),
        ("2019-05-01", "令和元年5月1日"),
        ("2019-04-30", "平成31年4月30日"),
        ("1989-01-08", "平成元年1月8日"),
        ("1989-01-07", "昭和64年1月7日"),
        ("1926-12-25", "昭和元年12月25日"),
        ("1926-12-24", "大正15年12月24日"),
        ("1912-07-30", "大正元年7月30日"),
        ("1912-07-29", "明治45年7月29日"),
        ("1873-01-01", "明治6年1月1日"),
        ("1872-12-31", "1872年12月31日"),
    ],
)
def test_eras_begin_on_their_first_day_with_gannen(day, words):
    assert era_date(date.fromisoformat(day)) == words


def test_a_date_has_its_weekday_and_no_zeros_in_front():
    assert date_ja(date(2026, 12, 1)) == "2026年12月1日（火）"
    assert date_ja(date(2026, 1, 4)) == "2026年1月4日（日）"


def test_weekdays():
    assert "".join(weekday(date(2026, 11, day)) for day in range(16, 23)) == "月火水木金土日"


def test_a_moment_is_told_in_japans_time():
    assert datetime_ja(datetime(2026, 11, 30, 23, 5, tzinfo=UTC)) == "2026年12月1日（火）8:05"


def test_a_moment_without_time_zone_is_a_programming_mistake():
    with pytest.raises(ValueError, match="time zone"):
        datetime_ja(datetime(2026, 12, 1, 8, 5))  # noqa: DTZ001 - the naive moment is the point
