"""勤務日: rows with their own hours and number of people, filled singly or by range, and what follows from them."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict

from facilities.models import Facility
from keynet.forms.sentences import speak
from postings.checks import missing, warnings
from postings.forms.conditions import ConditionsForm
from postings.forms.spot_dates import MOST_DAYS, SpotDatesField
from postings.forms.spot_rows import SpotRows
from tests.builders import make_draft
from tests.postings.forms.answers import answered

DAY = {"on": "2026-12-05", "starts": "09:00", "ends": "17:00", "headcount": 2}


def field() -> SpotDatesField:
    asked = SpotDatesField(required=False)
    speak(asked, "勤務日")
    return asked


def typed(*rows: tuple[str, str, str, str], **more: Any) -> QueryDict:
    """Return what a browser posts for these rows."""
    data = QueryDict(mutable=True)
    for at, part in enumerate(("on", "starts", "ends", "headcount")):
        data.setlist(f"spot_dates_{part}", [row[at] for row in rows])
    for name, value in more.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data


@pytest.mark.parametrize(
    "row",
    [
        ["2026年12月5日", "9:00", "17:00", "2"],
        ["２０２６/12/5", "９：００", "１７時", "２名"],
        ["2026年12月5日（土）", "9時", "17:00", "2人"],
    ],
)
def test_a_row_is_read_in_any_width(row: list[str]) -> None:
    assert field().clean([row]) == [DAY]


def test_days_stand_in_order_and_are_shown_as_lines() -> None:
    days = field().clean([["2026年12月6日", "9:00", "17:00", "1"], ["2026年12月5日", "22:00", "翌6:00", "2"]])
    assert field().show(days) == "2026年12月5日（土） 22:00〜翌6:00 2名\n2026年12月6日（日） 9:00〜17:00 1名"
    assert field().clean(field().prepare_value(days)) == days


@pytest.mark.parametrize(
    ("row", "part"),
    [
        (["", "9:00", "17:00", "2"], "日付"),
        (["2月30日", "9:00", "17:00", "2"], "日付"),
        (["12月5日", "朝", "17:00", "2"], "時刻"),
        (["12月5日", "9:00", "17:00", "0"], "必要人数"),
        (["あ" * 2000, "9" * 99, "", ""], "日付"),
    ],
)
def test_a_row_that_cannot_be_read_is_named(row: list[str], part: str) -> None:
    with pytest.raises(ValidationError, match=f"勤務日の2行目の{part}"):
        field().clean([["2026年12月6日", "9:00", "17:00", "1"], row])


def test_every_row_that_cannot_be_read_is_named_at_once() -> None:
    rows = [
        ["12月5日", "朝", "17:00", "2"],
        ["12月6日", "9:00", "17:00", "1"],
        ["2月30日", "9:00", "17:00", "1"],
    ]
    with pytest.raises(ValidationError) as refused:
        field().clean(rows)
    assert [sentence.partition("を")[0] for sentence in refused.value.messages] == [
        "勤務日の1行目の時刻",
        "勤務日の3行目の日付",
    ]


def test_the_same_hours_twice_and_too_many_days_are_refused() -> None:
    with pytest.raises(ValidationError, match="2行目は、ほかの行と同じ日時です"):
        field().clean([["2026年12月5日", "9:00", "17:00", "1"]] * 2)
    with pytest.raises(ValidationError, match="60日以内"):
        field().clean([["2026年12月5日", "9:00", "17:00", "1"]] * (MOST_DAYS + 1))


def test_blank_and_removed_rows_are_left_out() -> None:
    first, second = ("12月5日", "9:00", "17:00", "2"), ("12月6日", "9:00", "17:00", "1")
    data = typed(first, second, ("", " ", "", ""), spot_dates_removed=["0"])
    assert SpotRows().value_from_datadict(data, None, "spot_dates") == [list(second)]


def test_a_range_of_weekdays_becomes_rows_and_nothing_else_changes() -> None:
    data = typed(
        ("12月5日", "9:00", "17:00", "2"),
        range_from="2026年12月7日",
        range_to="2026/12/20",
        range_weekdays=["月", "水"],
        range_starts="9:00",
        range_ends="12:00",
        range_headcount="3名",
        break_minutes="0",
    )
    filled, sentence = ConditionsForm.with_days(data)
    rows = SpotRows().value_from_datadict(filled, None, "spot_dates")
    assert sentence.startswith("4日を入れました")
    assert [row[0] for row in rows[1:]] == [
        f"2026年12月{day}" for day in ("7日（月）", "9日（水）", "14日（月）", "16日（水）")
    ]
    assert (rows[0][0], rows[1][1:], filled["break_minutes"]) == ("12月5日", ["9:00", "12:00", "3名"], "0")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"range_to": "2026年12月1日"}, "始まりから終わりの順に"),
        ({"range_to": "2036年12月1日"}, "1年以内"),
        ({"range_to": "2027年6月30日", "range_weekdays": []}, "60日以内"),
        ({"range_weekdays": ["日"], "range_to": "2026年12月8日"}, "選んだ曜日はありません"),
        ({"range_starts": "朝"}, "時刻は"),
        ({"range_headcount": "0"}, "人数は1名から"),
        ({"range_from": "🙂" * 500}, "日付は"),
    ],
)
def test_a_range_that_cannot_be_read_says_why_and_keeps_what_was_typed(
    changes: dict[str, Any], sentence: str
) -> None:
    whole = {
        "range_from": "2026年12月7日",
        "range_to": "2026年12月20日",
        "range_starts": "9:00",
        "range_ends": "12:00",
        "range_headcount": "3",
    }
    data = typed(("12月5日", "", "", ""), **{**whole, **changes})
    filled, said = ConditionsForm.with_days(data)
    assert sentence in said
    assert filled == data


@pytest.mark.django_db
def test_of_spot_work_only_the_days_are_asked_and_the_contract_follows(sakura: Facility) -> None:
    form = answered(
        make_draft(sakura, occupation="doctor"),
        "conditions",
        employment_type="spot",
        contract_term="",
        probation="",
        work_days="",
        holidays="たくさん",
        work_days_count="たくさん",
        spot_dates_on=["2026年12月12日", "2026年12月5日"],
        spot_dates_starts=["9:00", "9:00"],
        spot_dates_ends=["17:00", "12:00"],
        spot_dates_headcount=["1", "2"],
    )
    assert form.write(), form.errors
    posting = form.instance
    posting.refresh_from_db()
    assert (posting.contract_from, posting.contract_to) == (date(2026, 12, 5), date(2026, 12, 12))
    assert (posting.renewal, posting.probation, posting.work_days) == ("none", "none", "fixed_dates")
    assert "conditions" not in missing(posting)


@pytest.mark.django_db
@pytest.mark.parametrize(("headcount", "asked"), [(1, True), (2, False), (3, False), (4, True)])
def test_the_numbers_of_the_days_are_compared_with_the_headcount(
    sakura: Facility, headcount: int, asked: bool
) -> None:
    days = [DAY, {**DAY, "on": "2026-12-06", "headcount": 1}]
    posting = make_draft(sakura, headcount=headcount, spot_dates=days)
    found = [warning.sentence for warning in warnings(posting) if warning.field == "headcount"]
    assert bool(found) is asked
