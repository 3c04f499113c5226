"""Numbers, amounts and times as people type them."""

from typing import cast

import pytest

from keynet import forms
from keynet.forms.question import Question


class Terms(forms.Form):
    wage = forms.YenField(label="時給", least=1, required=False)
    people = forms.CountField(label="募集人数", least=1, most=999, unit="名", required=False)
    begin = forms.TimeField(label="始業", required=False)


def answer(name: str, typed: str) -> object:
    form = Terms({name: typed})
    assert form.is_valid(), form.errors
    return form.cleaned_data[name]


def sentence(name: str, typed: str) -> str:
    (said,) = Terms({name: typed}).errors[name]
    return str(said)


@pytest.mark.parametrize(
    ("typed", "meant"), [("1,500円", 1500), ("１５００", 1500), ("30万", 300_000), ("", None)]
)
def test_amounts_are_read_as_people_write_them(typed: str, meant: int | None) -> None:
    assert answer("wage", typed) == meant


def test_a_word_is_no_number() -> None:
    assert sentence("wage", "応相談") == "時給は数字で入力してください。例：1500"


@pytest.mark.parametrize("typed", ["0", "1000", "9" * 5000])
def test_a_number_out_of_bounds_says_the_bounds(typed: str) -> None:
    assert sentence("people", typed).startswith("募集人数は")


@pytest.mark.parametrize(
    ("typed", "minutes"), [("8:30", 510), ("８時半", 510), ("翌6:00", 1800), ("30:00", 1800)]
)
def test_a_night_may_end_after_midnight(typed: str, minutes: int) -> None:
    assert answer("begin", typed) == minutes


def test_a_stored_time_is_shown_as_a_time() -> None:
    assert 'value="翌6:00"' in str(Terms(initial={"begin": 1800})["begin"])


def test_the_unit_stands_behind_the_control() -> None:
    assert "<span>名</span>" in Terms()["people"].as_field_group()


def test_an_answer_is_shown_with_its_unit() -> None:
    form = Terms({"people": "3", "wage": "1500", "begin": "8:30"})
    assert [cast(Question, form[name]).answer for name in ("people", "wage", "begin")] == [
        "3名",
        "1,500円",
        "8:30",
    ]
