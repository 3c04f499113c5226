"""What stops a posting and what only asks."""

from typing import Any

import pytest

from facilities.models import Facility
from keynet.accounts.models import User
from postings.checks import missing, warnings
from postings.models import Posting
from postings.wages import load_shipped
from tests.builders import make_draft, make_published

pytestmark = pytest.mark.django_db


def test_a_lawful_posting_lacks_nothing(sakura: Facility) -> None:
    assert missing(make_draft(sakura)) == {}


def test_an_empty_posting_lacks_something_in_every_block(sakura: Facility) -> None:
    gaps = missing(Posting.objects.create(facility=sakura))
    assert set(gaps) == {"work", "conditions", "pay", "intake"}
    assert gaps["work"]["duties"] == "仕事の内容を入力してください"


def test_sentences_are_the_forms_own(sakura: Facility) -> None:
    posting = make_draft(sakura, smoking="other")
    assert missing(posting) == {"work": {"smoking_note": "受動喫煙防止措置の内容を入力してください"}}


def test_the_check_changes_nothing(sakura: Facility) -> None:
    posting = make_draft(sakura, licence="", title="")
    assert set(missing(posting)["work"]) == {"licence", "title"}
    assert (posting.licence, posting.title) == ("", "")


WARNED: list[tuple[dict[str, Any], str, str]] = [
    ({"duties": "女性歓迎です。"}, "work", "duties"),
    ({"duties": "若い方に向いています。"}, "work", "duties"),
    ({"wage_note": "電話 045-671-0000 まで"}, "pay", "wage_note"),
    ({"holidays_note": "saiyo@sakura.example へ"}, "conditions", "holidays_note"),
    ({"access": "https://sakura.example/"}, "work", "access"),
    ({"wage_min": 500}, "pay", "wage_min"),
    ({"wage_type": "daily", "wage_min": 4000, "wage_max": None}, "pay", "wage_min"),
    ({"break_minutes": 0}, "conditions", "break_minutes"),
    (
        {
            "work_hours": [],
            "break_minutes": 0,
            "spot_dates": [{"on": "2099-01-01", "starts": "09:00", "ends": "17:00", "headcount": 2}],
        },
        "conditions",
        "break_minutes",
    ),
    ({"is_dispatch": True}, "conditions", "is_dispatch"),
    (
        {"spot_dates": [{"on": "2020-01-01", "starts": "09:00", "ends": "17:00", "headcount": 2}]},
        "conditions",
        "spot_dates",
    ),
    (
        {"age_limit": "59歳以下", "age_limit_reason": "1", "age_limit_note": "定年"},
        "intake",
        "age_limit_reason",
    ),
    ({"name_visibility": "hidden", "duties": "さくら病院で働きます。"}, "work", "duties"),
    (
        {
            "wage_type": "monthly",
            "wage_min": 300_000,
            "wage_max": None,
            "overtime": "some",
            "overtime_hours": 10,
            "fixed_overtime": "some",
            "fixed_overtime_yen": 10_000,
            "fixed_overtime_hours": 20,
            "fixed_overtime_beyond": True,
        },
        "pay",
        "fixed_overtime_yen",
    ),
]


@pytest.mark.parametrize(("changes", "block", "field"), WARNED)
def test_what_looks_odd_is_asked_about(
    sakura: Facility, changes: dict[str, Any], block: str, field: str
) -> None:
    load_shipped()
    posting = make_draft(sakura, **changes)
    assert [(found.block, found.field) for found in warnings(posting)] == [(block, field)]
    assert missing(posting) == {}


def test_an_ordinary_posting_is_not_asked_about(sakura: Facility) -> None:
    assert warnings(make_draft(sakura)) == []


def test_the_same_posting_twice_is_asked_about(sakura: Facility, sato: User, okada: User) -> None:
    first = make_published(sakura, sato, okada)
    (found,) = warnings(make_draft(sakura))
    assert found.field == "occupation" and first.number in found.sentence


def test_another_hospitals_posting_is_no_duplicate(
    sakura: Facility, midori: Facility, sato: User, okada: User
) -> None:
    make_published(sakura, sato, okada)
    assert warnings(make_draft(midori)) == []


def test_asking_an_empty_posting_breaks_nothing(sakura: Facility) -> None:
    assert warnings(Posting.objects.create(facility=sakura)) == []
