"""Answering several applicants at once: every mail is read first, each row has its own result, nothing goes twice."""

from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from applications import answering
from applications.meeting.taking import take
from applications.models import AnswerTemplate, Application, Batch, BatchLine, Interview, Refusal, Slot
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox.models import Letter
from postings.models import Posting
from tests.applications.filling import INVITATION, SOON
from tests.applications.test_facility_inbox import text
from tests.builders import applicant_of, make_application
from tests.cast import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(posting: Posting) -> list[Application]:
    return [make_application(posting, email=f"a{number}@seeker.example") for number in range(3)]


def url(facility: Facility) -> str:
    return reverse("inbox:batch", args=[facility.public_id])


def typed(rows: list[Application], **changes: Any) -> dict[str, Any]:
    return {
        "submission_id": str(uuid4()),
        "answer": "not_select",
        "status": "submitted",
        "chosen": [str(row.public_id) for row in rows],
        "reason": "skills",
        "text": "{受付番号}の{職種}の選考は、見送りとなりました。",
        "step": "send",
        **changes,
    }


def times(many: int) -> dict[str, str]:
    lines = [f"{SOON.month}月{SOON.day}日 {9 + hour}:00" for hour in range(many)]
    return {**INVITATION, "times": "\n".join(lines), "text": "お越しください。"}


def outcomes() -> list[str]:
    return list(BatchLine.objects.order_by("application_id").values_list("outcome", flat=True))


def test_every_mail_is_shown_before_anything_is_written(
    three: list[Application], sakura: Facility, sato: User
) -> None:
    client = signed_in(sato)
    page = text(client.post(url(sakura), typed(three, step="choose")))
    assert all(row.number in page for row in three) and "慎重に選考した結果" in page
    mails = text(client.post(url(sakura), typed(three, step="look")))
    assert all(f"{row.number}の看護師の選考は" in mails for row in three)
    assert "a0@seeker.example" not in mails and "{受付番号}" not in mails.partition("<form")[0]
    assert not Batch.objects.exists() and not Refusal.objects.exists()


def test_each_row_has_its_own_result(three: list[Application], sakura: Facility, sato: User) -> None:
    answering.invite(three[1], by=sato, text="お越しください。")
    answer = signed_in(sato).post(url(sakura), typed(three))
    page = text(signed_in(sato).get(answer["Location"]))
    assert outcomes() == ["done", "changed", "done"]
    assert "この間に状態が変わっていたため" in page and Refusal.objects.count() == 2


def test_the_same_form_sent_twice_answers_nobody_twice(
    three: list[Application], sakura: Facility, sato: User
) -> None:
    client, form = signed_in(sato), typed(three, answer="invite", **times(3))
    first, second = client.post(url(sakura), form), client.post(url(sakura), form)
    assert first["Location"] == second["Location"] and outcomes() == ["done"] * 3
    assert Letter.objects.filter(kind="applications.invited").count() == 3


def test_whoever_is_invited_with_others_finds_a_time(
    three: list[Application], sakura: Facility, sato: User
) -> None:
    client = signed_in(sato)
    few = client.post(url(sakura), typed(three, answer="invite", step="look", **times(2)))
    assert "3つ以上入力してください" in text(few)
    mails = text(client.post(url(sakura), typed(three, answer="invite", step="look", **times(3))))
    assert "11:00から30分" in mails and "本館2階 会議室" in mails
    client.post(url(sakura), typed(three, answer="invite", **times(3)))
    for row in three:
        take(row, Slot.objects.free().offered_to(row)[0].pk, by=applicant_of(row))
    assert Interview.objects.count() == Slot.objects.count() == 3


def test_who_finds_every_time_taken_is_not_invited(
    three: list[Application], sakura: Facility, sato: User
) -> None:
    form = typed(three[:1], answer="invite", **times(1))
    signed_in(sato).post(url(sakura), form)
    take(three[0], Slot.objects.get().pk, by=applicant_of(three[0]))
    answer = signed_in(sato).post(url(sakura), typed(three[1:2], answer="invite", **times(1)), follow=True)
    assert "候補の日時がすべてほかの方に決まっていたため" in text(answer)
    assert Application.objects.get(pk=three[1].pk).status == "submitted"


def test_strangers_rows_are_as_if_they_were_not_there(
    three: list[Application], sakura: Facility, suzuki: User, midori: Facility
) -> None:
    client = signed_in(suzuki)
    assert client.post(url(sakura), typed(three)).status_code == 404
    assert client.post(url(midori), typed(three)).status_code == 302
    assert not Batch.objects.exists()


@pytest.mark.parametrize("chosen", [[], ["no number"], ["\x00"]])
def test_nobody_chosen_is_said(
    three: list[Application], sakura: Facility, sato: User, chosen: list[str]
) -> None:
    answer = signed_in(sato).post(url(sakura), typed(three, chosen=chosen), follow=True)
    assert answer.status_code == 400 or "応募を1件以上選んでください" in text(answer)


def test_different_states_are_not_answered_together(
    three: list[Application], sakura: Facility, sato: User
) -> None:
    three[0].step("review", by=sato)
    form = typed(three, step="choose", status="")
    assert "同じ状態の応募を選んでください" in text(signed_in(sato).post(url(sakura), form, follow=True))


def test_a_template_fills_the_words_and_an_unknown_placeholder_is_refused(
    three: list[Application], sakura: Facility, sato: User
) -> None:
    words = {"use": "not_select", "name": "書類", "text": "書類で決めました。"}
    template = AnswerTemplate.objects.create(submission_id=uuid4(), facility=sakura, **words)
    client = signed_in(sato)
    filled = client.post(url(sakura), typed(three, step="fill", template=str(template.public_id)))
    assert "書類で決めました。" in text(filled)
    refused = text(client.post(url(sakura), typed(three, step="look", text="{氏名}様")))
    assert "「{氏名}」は使えません" in refused and not Batch.objects.exists()


def test_another_step_than_the_two_is_none(three: list[Application], sakura: Facility, sato: User) -> None:
    assert signed_in(sato).post(url(sakura), typed(three, answer="hire")).status_code == 404
