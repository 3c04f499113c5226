"""Filters of written Japanese."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.template import Context, Template
from django.utils import timezone
from django.utils.safestring import mark_safe


def show(filter_name: str, value: Any) -> str:
    return Template(f"{{{{ value|{filter_name} }}}}").render(Context({"value": value}))


@pytest.mark.parametrize(
    ("filter_name", "value", "shown"),
    [
        ("date_ja", date(2026, 12, 1), "2026年12月1日（火）"),
        ("date_ja", datetime(2026, 11, 30, 20, 0, tzinfo=UTC), "2026年12月1日（火）"),
        ("wareki", date(2019, 5, 1), "令和元年5月1日"),
        ("weekday", date(2026, 12, 1), "火"),
        ("datetime_ja", datetime(2026, 12, 1, 8, 0, tzinfo=UTC), "2026年12月1日（火）17:00"),
        ("yen", 1234567, "1,234,567円"),
        ("phone", "0353092065", "03-5309-2065"),
        ("postal", "1050011", "105-0011"),
        ("time_ja", 1800, "翌6:00"),
        ("prefecture", "14", "神奈川県"),
    ],
)
def test_a_value_is_written_as_people_write_it(filter_name: str, value: Any, shown: str) -> None:
    assert show(filter_name, value) == shown


@pytest.mark.parametrize(
    "filter_name", ["date_ja", "wareki", "yen", "phone", "postal", "prefecture", "days_left"]
)
def test_nothing_stays_nothing(filter_name: str) -> None:
    assert show(filter_name, None) == ""


@pytest.mark.parametrize(("days", "shown"), [(-1, "終了"), (0, "今日まで"), (6, "あと6日")])
def test_days_left_are_counted_in_japan(days: int, shown: str) -> None:
    assert show("days_left", timezone.localdate() + timedelta(days=days)) == shown


def test_numbers_and_addresses_of_a_sentence_stay_whole() -> None:
    assert show("whole", "例：045-000-0000。<b>") == '例：<span class="nowrap">045-000-0000</span>。&lt;b&gt;'
    assert show("whole", "例：a@b.jp") == '例：<span class="nowrap">a@b.jp</span>'
    assert show("whole", mark_safe('<a href="/a-b/">戻る</a>')) == '<a href="/a-b/">戻る</a>'
