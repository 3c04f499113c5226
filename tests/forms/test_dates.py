"""A day in three controls, or pasted into one."""

from datetime import date
from typing import cast

import pytest

from keynet import forms
from keynet.forms.question import Question


class Start(forms.Form):
    start = forms.DateField(label="勤務の始まり", required=False)


class MustStart(forms.Form):
    start = forms.DateField(label="勤務の始まり")


def form(year: str = "", month: str = "", day: str = "") -> Start:
    return Start({"start_y": year, "start_m": month, "start_d": day})


def sentence(year: str = "", month: str = "", day: str = "") -> str:
    (said,) = form(year, month, day).errors["start"]
    return str(said)


@pytest.mark.parametrize(
    "typed",
    [
        ("2026", "12", "1"),
        ("２０２６", "１２", "１"),
        ("2026/12/1",),
        ("", "令和8年12月1日"),
        ("", "", "2026年12月1日"),
    ],
)
def test_a_day_is_read_from_three_controls_or_from_one(typed: tuple[str, ...]) -> None:
    filled = form(*typed)
    assert filled.is_valid(), filled.errors
    assert filled.cleaned_data["start"] == date(2026, 12, 1)


def test_an_empty_optional_day_is_none() -> None:
    empty = form()
    assert empty.is_valid()
    assert empty.cleaned_data["start"] is None


def test_a_required_day_is_asked_for() -> None:
    assert MustStart({}).errors["start"] == ["勤務の始まりを入力してください"]


def test_the_missing_part_is_named() -> None:
    assert sentence("2026", "", "1") == "勤務の始まりの「月」を入力してください"


def test_a_day_that_does_not_exist_is_named() -> None:
    assert sentence("2026", "2", "30") == "2026年2月30日はありません。日付を確かめてください"


@pytest.mark.parametrize(
    "typed", [("らいげつ", "x", "y"), ("12", "1", "1"), ("9" * 5000, "1", "1"), ("1500", "1", "1")]
)
def test_nonsense_is_answered_with_an_example(typed: tuple[str, str, str]) -> None:
    assert "例：2026" in sentence(*typed)


def test_a_stored_day_fills_the_controls() -> None:
    html = str(Start(initial={"start": date(2026, 12, 1)})["start"])
    assert all(f'value="{part}"' in html for part in ("2026", "12", "1"))


def test_a_wrong_day_keeps_what_was_typed() -> None:
    assert 'value="30"' in str(form("2026", "2", "30")["start"])


def test_the_error_leads_to_the_first_control() -> None:
    assert cast(Question, form("2026", "2", "30")["start"]).id_for_error == "id_start_0"
    assert 'id="id_start_0"' in str(form()["start"])
