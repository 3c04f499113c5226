"""The rest of the inbox: what to do today, orders, templates, notes, sheets, the file."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from applications.inbox import late_before
from applications.masking import mask_ended
from applications.models import AnswerTemplate, Application, ListFile, Note, Refusal
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.vocabulary.business_days import due_on
from keynet.vocabulary.japanese import JST
from tests.applications.ending import ended
from tests.applications.test_facility_inbox import text, url
from tests.builders import make_application, make_user
from tests.cast import signed_in

pytestmark = pytest.mark.django_db


def inbox(facility: Facility, query: str = "") -> str:
    return reverse("inbox:applications", args=[facility.public_id]) + query


def at(name: str, facility: Facility, *more: Any) -> str:
    return reverse(f"inbox:{name}", args=[facility.public_id, *more])


def words(**changes: str) -> dict[str, str]:
    return {
        "submission_id": str(uuid4()),
        "use": "invite",
        "name": "一次面接",
        "text": "{施設名}です。",
        **changes,
    }


def test_what_is_late_in_the_database_is_late_on_the_page() -> None:
    noon = datetime(2026, 11, 10, 12, tzinfo=JST)
    for hours in range(0, 24 * 25, 7):
        moved = noon + timedelta(hours=hours)
        for days in range(30):
            today = noon.date() + timedelta(days=days)
            assert (moved <= late_before(today)) == (due_on(moved, days=3) < today), (moved, today)


def test_the_longest_waiting_come_first_when_asked(
    application: Application, sato: User, sakura: Facility
) -> None:
    late = make_application(application.posting, email="late@seeker.example")
    Application.objects.filter(pk=late.pk).update(moved_at=timezone.now() - timedelta(days=20))
    page = text(signed_in(sato).get(inbox(sakura, "?order=waiting")))
    assert page.index(f"{late.number}</a>") < page.index(f"{application.number}</a>")
    only = text(signed_in(sato).get(inbox(sakura, "?status=late&licence=nurse")))
    assert late.number in only and f"{application.number}</a>" not in only
    assert "3営業日を過ぎて連絡のない応募が1件あります" in only


def test_a_refusal_is_decided_and_called_back_on_the_page(application: Application, sato: User) -> None:
    client = signed_in(sato)
    answer = {"text": "見送ります。", "reason": "times", "step": "look"}
    assert "30分後に送ります" in text(client.post(url("not_select", application), answer))
    page = text(client.post(url("not_select", application), {**answer, "step": "send"}, follow=True))
    assert "見送りを取りやめる" in page and "働ける日・時間が合わない" in page
    assert client.post(url("invite", application), {"step": "send"}).status_code == 409
    assert "何も知らせていません" in text(client.post(url("recall", application), follow=True))
    assert client.post(url("recall", application)).status_code == 409 and not Refusal.objects.exists()


def test_a_facility_makes_changes_and_deletes_its_templates(sakura: Facility, sato: User) -> None:
    client, form = signed_in(sato), words()
    for _ in range(2):
        client.post(at("template_new", sakura), form)
    template = AnswerTemplate.objects.get()
    assert "一次面接" in text(client.get(at("templates", sakura)))
    assert "同じ名前のひな型" in text(client.post(at("template_new", sakura), words()))
    assert "「{電話}」は使えません" in text(client.post(at("template_new", sakura), words(text="{電話}")))
    client.post(at("template", sakura, template.public_id), words(name="二次面接"))
    template.refresh_from_db()
    assert template.name == "二次面接"
    client.post(at("template_delete", sakura, template.public_id))
    assert not AnswerTemplate.objects.exists()


def test_another_hospital_has_no_hand_in_templates(sakura: Facility, midori: Facility, suzuki: User) -> None:
    template = AnswerTemplate.objects.create(facility=sakura, **words())
    client = signed_in(suzuki)
    for facility in (sakura, midori):
        assert client.get(at("template", facility, template.public_id)).status_code == 404
        assert client.post(at("template_delete", facility, template.public_id)).status_code == 404


def test_an_answer_begins_with_the_chosen_template(
    application: Application, sato: User, sakura: Facility
) -> None:
    own = AnswerTemplate.objects.create(facility=sakura, **words())
    client, address = signed_in(sato), url("invite", application)
    page = text(client.post(address, {"step": "fill", "template": str(own.public_id)}))
    assert "さくら病院です。" in page
    for answer in (client.get(address), client.post(address, {"step": "fill", "template": "x"})):
        assert "面接を行いたく" in text(answer)


def test_notes_are_kept_once_and_go_with_the_person(application: Application, sato: User) -> None:
    client = signed_in(sato)
    form = {"submission_id": str(uuid4()), "text": "電話で希望を聞いた。"}
    for _ in range(2):
        page = text(client.post(url("note", application), form, follow=True))
    assert page.count("電話で希望を聞いた。") == 1 and "個人情報保護法33条" in page
    assert "入力してください" in text(client.post(url("note", application), {"text": ""}))
    ended(application.posting, sato, days=200)
    mask_ended()
    assert Note.objects.get().text == ""
    assert client.post(url("note", application), {"text": "あとから"}).status_code == 403


def test_the_sheet_is_a_page_and_a_file_and_holds_no_note(application: Application, sato: User) -> None:
    Note.objects.create(submission_id=uuid4(), application=application, text="内密のメモ", written_by=sato)
    client = signed_in(sato)
    page = text(client.get(url("print", application)))
    assert "中村 優子" in page and "090-1234-5678" in page and "内密" not in page
    sheet = client.get(url("sheet", application))
    assert sheet.status_code == 200 and b"".join(sheet)[:4] in (b"%PDF", b"<!DO")


def test_the_file_is_for_admins_with_a_purpose_and_safe_to_open(
    application: Application, sato: User, sakura: Facility
) -> None:
    Note.objects.create(submission_id=uuid4(), application=application, text="=1+1", written_by=sato)
    client = signed_in(sato)
    assert "使う目的" in text(client.get(at("file", sakura)))
    assert client.post(at("file_csv", sakura), {"reason": ""}).status_code == 422
    answer: Any = client.post(at("file_csv", sakura), {"reason": "面接の準備"})
    csv = answer.content.decode("utf-8-sig")
    assert "中村 優子,ナカムラ ユウコ" in csv and ",'=1+1" in csv
    assert ListFile.objects.get().purpose == "面接の準備"


def test_a_clerk_who_is_no_admin_takes_no_file(
    application: Application, sato: User, sakura: Facility
) -> None:
    clerk = make_user("clerk@sakura.example")
    sakura.memberships.create(user=clerk)
    client = signed_in(clerk)
    assert client.get(at("file", sakura)).status_code == 403
    assert client.post(at("file_csv", sakura), {"reason": "x"}).status_code == 403
    assert "CSVで書き出す" not in text(client.get(inbox(sakura)))


def test_an_offers_day_stands_in_mail_and_list(
    application: Application, sato: User, sakura: Facility
) -> None:
    application.step("review", by=sato)
    by = timezone.localdate() + timedelta(days=9)
    day = {"answer_by_y": f"{by.year}", "answer_by_m": f"{by.month}", "answer_by_d": f"{by.day}"}
    client = signed_in(sato)
    typed = {"text": "内定です。", "version": "1", **day}
    assert f"{by.month}月{by.day}日" in text(
        client.post(url("offer", application), {**typed, "step": "look"})
    )
    client.post(url("offer", application), {**typed, "step": "send"})
    assert f"返事 {by.year}年{by.month}月{by.day}日" in text(client.get(inbox(sakura)))
