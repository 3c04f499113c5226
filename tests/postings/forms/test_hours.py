"""Hours and days as people type them."""

from typing import cast

import pytest
from django.core.exceptions import ValidationError
from django.forms import Widget

from keynet.forms.sentences import speak
from postings.forms.hours import Hours, WorkHoursField
from postings.forms.spot_dates import SpotDatesField


def hours() -> WorkHoursField:
    field = WorkHoursField(required=False)
    speak(field, "就業時間")
    return field


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        (["8:30", "17:00"], [["08:30", "17:00"]]),
        (["８時半", "17時"], [["08:30", "17:00"]]),
        (["16:30", "翌9:00"], [["16:30", "33:00"]]),
        (["16:30", "33:00"], [["16:30", "33:00"]]),
        (["16:30", "9:00"], [["16:30", "33:00"]]),
        (["", "", "8:30", "17:00"], [["08:30", "17:00"]]),
        ([], []),
    ],
)
def test_hours_are_read_and_a_night_ends_the_next_morning(typed: list[str], stored: Hours) -> None:
    assert hours().clean(typed + [""] * (6 - len(typed))) == stored


@pytest.mark.parametrize(
    "typed", [["8:30", ""], ["", "17:00"], ["朝", "夕方"], ["25:00", "99:00"], ["9" * 99, "9"]]
)
def test_hours_that_cannot_be_read_are_asked_again(typed: list[str]) -> None:
    with pytest.raises(ValidationError, match="就業時間は"):
        hours().clean(typed + [""] * 4)


def test_hours_are_shown_as_people_read_them() -> None:
    assert hours().show([["08:30", "17:00"], ["16:30", "33:00"]]) == "8:30〜17:00、16:30〜翌9:00"


@pytest.mark.parametrize(
    "line",
    [
        "2026年12月5日 9:00〜17:00 2名",
        "2026/12/5　９：００～１７：００　２名",
        "2026年12月5日（土） 9時-17時 2人",
    ],
)
def test_a_line_of_a_day_is_read_in_any_width(line: str) -> None:
    day = {"on": "2026-12-05", "starts": "09:00", "ends": "17:00", "headcount": 2}
    assert SpotDatesField().clean(line) == [day]


def test_days_stand_in_order_and_are_shown_as_lines() -> None:
    field = SpotDatesField()
    days = field.clean("2026年12月6日 9:00〜17:00 1名\n\n2026年12月5日 22:00〜翌6:00 2名")
    assert field.show(days) == "2026年12月5日 22:00〜翌6:00 2名\n2026年12月6日 9:00〜17:00 1名"
    assert field.clean(field.prepare_value(days)) == days


@pytest.mark.parametrize(
    "line", ["12月5日", "2月30日 9:00〜17:00 2名", "12月5日 9:00〜17:00 0名", "あ" * 2000]
)
def test_a_line_that_cannot_be_read_is_named(line: str) -> None:
    field = SpotDatesField(required=False)
    speak(field, "勤務日")
    with pytest.raises(ValidationError) as caught:
        field.clean(f"2026年12月6日 9:00〜17:00 1名\n{line}")
    assert "勤務日の2行目" in caught.value.messages[0]


def test_stored_hours_stand_in_the_controls_as_people_write_them() -> None:
    stored: Hours = [["08:30", "17:00"], ["16:30", "33:00"]]
    shown = cast(Widget, hours().widget).render("work_hours", stored)
    values = ("8:30", "17:00", "16:30", "翌9:00")
    assert all(f'value="{value}"' in shown for value in values)
    assert shown.count("value=") == len(values)
