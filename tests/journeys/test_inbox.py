"""A clerk with a phone refuses three people at once and calls one of them back; only two are told."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from applications import refusing
from applications.models import Application, Refusal
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox.models import Letter
from tests.builders import make_application, make_published
from tests.journeys.conftest import Visit

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_three_are_refused_and_one_is_called_back(
    visit: Visit, sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_published(sakura, sato, okada)
    three = [make_application(posting, email=f"a{number}@seeker.example") for number in range(3)]
    clerk = visit(sato, phone=True)
    clerk.open(reverse("inbox:applications", args=[sakura.public_id]))
    clerk.sees("今日すること", "新しい応募が3件あります")
    for row in three:
        clerk.tick(f"{row.number} を選ぶ")
    clerk.press("選んだ方に見送りを知らせる")
    clerk.pick("見送りの理由（施設の記録）", "募集人数に達した")
    clerk.fill("応募した方への連絡", "{職種}の選考は、見送りとなりました。")
    clerk.press("送るメールを確かめる")
    clerk.sees("看護師の選考は、見送りとなりました。", *(row.number for row in three))
    clerk.press("3件の見送りを決める")
    clerk.reads_heading("まとめて連絡した結果")
    clerk.follow(three[1].number)
    clerk.press("見送りを取りやめる")
    clerk.sees("応募した方には何も知らせていません", "面接を案内する")
    Refusal.objects.update(decided_at=timezone.now() - timedelta(minutes=31))
    assert refusing.tell_due() == 2
    told = Letter.objects.filter(kind="applications.not_selected").values_list("recipient", flat=True)
    assert sorted(told) == ["a0@seeker.example", "a2@seeker.example"]
    assert Application.objects.get(pk=three[1].pk).status == "submitted"
