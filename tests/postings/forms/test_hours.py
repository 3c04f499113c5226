"""Hours and days as people type them."""

from typing import cast

import pytest
from django.core.exceptions import ValidationError
from django.forms import Widget

from keynet.forms.sentences import speak
from postings.forms.hours import Hours, WorkHoursField


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


def test_stored_hours_stand_in_the_controls_as_people_write_them() -> None:
    stored: Hours = [["08:30", "17:00"], ["16:30", "33:00"]]
    shown = cast(Widget, hours().widget).render("work_hours", stored)
    values = ("8:30", "17:00", "16:30", "翌9:00")
    assert all(f'value="{value}"' in shown for value in values)
    assert shown.count("value=") == len(values)
