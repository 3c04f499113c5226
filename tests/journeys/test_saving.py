"""Nakamura puts postings aside on a phone without JavaScript, comes back to them, applies, and sees what has ended."""

import pytest

from keynet.accounts.models import User
from postings.models import Posting
from tests.journeys.conftest import Visit
from tests.journeys.visitor import Visitor

pytest_plugins = ["tests.journeys.public_world"]
pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_a_phone_keeps_postings_until_they_are_taken_off(
    shown: dict[str, Posting], visit: Visit, sato: User
) -> None:
    nakamura = visit(phone=True, javascript=False)
    nakamura.open("/saved/")
    nakamura.sees("まだ保存した求人はありません")
    nurse = _saves(nakamura, shown["nurse"])
    doctor = _saves(nakamura, shown["hidden"])
    nakamura.unfold("メニュー")
    nakamura.follow("保存した求人")
    nakamura.sees("2件を保存しています", nurse.title, doctor.title)
    nurse.close(by=sato, reason="filled")
    nakamura.open("/saved/")
    nakamura.sees("募集は終了しました")
    nakamura.press(f"保存をやめる {nurse.title}")
    nakamura.sees("1件を保存しています")
    nakamura.does_not_see(nurse.title)
    nakamura.follow(doctor.title)
    nakamura.follow("この求人に応募する")
    nakamura.reads_heading("応募")


def _saves(visitor: Visitor, posting: Posting) -> Posting:
    visitor.open(posting.get_absolute_url())
    visitor.press(f"保存する {posting.title}")
    visitor.sees(f"「{posting.title}」を保存しました", "保存をやめる")
    return posting
