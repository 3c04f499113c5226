"""The applicant's page behind the secret link: what it says, what can be answered, how long it lives."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from applications import answering
from applications.models import Application, Slot
from keynet.accounts.models import MailedLink, User
from keynet.outbox.models import Event, Letter
from keynet.vocabulary.business_days import due_on
from keynet.vocabulary.japanese import date_ja, datetime_ja
from postings.models import Posting
from tests.applications.filling import applied, half_an_hour_passes
from tests.applications.test_applying import revise
from tests.applications.test_meeting import offered, tomorrow
from tests.builders import days_from_now

pytestmark = pytest.mark.django_db


def text(response: Any) -> str:
    return response.content.decode()


def test_every_state_says_what_comes_next_and_by_when(
    client: Client, application: Application, page: str, sato: User
) -> None:
    due = date_ja(due_on(application.moved_at, days=3))
    lapse = date_ja(timezone.localdate(application.moved_at + timedelta(days=60)))
    shown = text(client.get(page))
    assert "施設が応募の内容を確認しています" in shown and f"連絡の目安：<b>{due}</b>まで" in shown
    assert f"{lapse}まで動きがないときは" in shown and "まだわかりません" in shown
    application.step("review", by=sato)
    assert "確認中" in text(client.get(page))
    slot = offered(application, sato, 10)[0]
    assert "面接の日時を、下から1つ選んでください" in text(client.get(page))
    client.post(f"{page}none-fits/")
    assert f"案内の目安：<b>{due}</b>まで" in text(client.get(page))
    slot = offered(application, sato, 11, number=2)[0]
    client.post(f"{page}take/", {"slot": slot.pk})
    assert f"{datetime_ja(slot.starts_at)}</b>に面接があります" in text(client.get(page))
    answering.offer(application, by=sato, text="内定です。", answer_by=days_from_now(9))
    shown = text(client.get(page))
    assert "承諾するか辞退するか" in shown and f"{date_ja(days_from_now(9))}</b>です" in shown
    client.post(f"{page}accept/")
    shown = text(client.get(page))
    assert f"採用の連絡の目安：<b>{due}</b>まで" in shown and f"{page}accept/" not in shown
    assert "動きがないときは" not in shown


def test_after_the_interview_the_postings_own_promise_is_the_date(
    client: Client, application: Application, page: str, sato: User
) -> None:
    first = offered(application, sato, 10, 14)[0]
    client.post(f"{page}take/", {"slot": first.pk})
    Slot.objects.filter(pk=first.pk).update(starts_at=tomorrow(10) - timedelta(days=2))
    shown = text(client.get(page))
    assert f"結果の目安：<b>{date_ja(days_from_now(6))}</b>まで" in shown
    assert "この日時を選ぶ" not in shown, "they have met: the other times are no choice any more"
    Slot.objects.filter(pk=first.pk).update(starts_at=tomorrow(10) - timedelta(days=10))
    Application.objects.update(moved_at=timezone.now() - timedelta(days=30))
    shown = text(client.get(page))
    assert f"結果の目安の{date_ja(days_from_now(-2))}を過ぎました" in shown
    assert f"{date_ja(days_from_now(51))}まで動きがないときは" in shown, "silence begins after the interview"


@pytest.mark.parametrize("answer", ["invite", "offer", "not_select"])
def test_what_the_facility_does_within_the_half_hour(
    client: Client, application: Application, page: str, sato: User, answer: str
) -> None:
    application.step("review", by=sato)
    client.post(f"{page}withdraw/")
    getattr(answering, answer)(application, by=sato, text="連絡です。")
    shown = text(client.get(page))
    if answer == "not_select":
        assert "辞退を取り消す" not in shown and "選考は終わりました" in shown
        assert client.post(f"{page}stay/").status_code == 409
    else:
        assert "取り消さなければ辞退になります" in shown
    half_an_hour_passes()
    ends = {"invite": "withdrawn", "offer": "declined", "not_select": "not_selected"}
    assert Application.objects.get().status == ends[answer]


def test_somebody_withdraws_after_being_asked_once_more(
    client: Client, application: Application, page: str
) -> None:
    assert f"{page}withdraw/" in text(client.get(page))
    assert "それまでは取り消せます" in text(client.get(f"{page}withdraw/"))
    assert Application.objects.get().leaves_at is None
    client.post(f"{page}withdraw/")
    assert Application.objects.get().status == "submitted", "the facility hears nothing for half an hour"
    assert "辞退を取り消す" in text(client.get(page))
    half_an_hour_passes()
    assert Application.objects.get().status == "withdrawn"
    assert client.post(f"{page}withdraw/").status_code == 409
    assert client.get(f"{page}withdraw/").status_code == 302


def test_an_offer_is_declined_not_withdrawn(
    client: Client, application: Application, page: str, sato: User
) -> None:
    application.step("review", by=sato)
    answering.offer(application, by=sato, text="内定です。")
    assert client.post(f"{page}withdraw/").status_code == 409
    client.post(f"{page}decline/")
    half_an_hour_passes()
    assert Application.objects.get().status == "declined"


def test_who_withdrew_may_apply_again(client: Client, posting: Posting) -> None:
    _first, page = applied(posting, client)
    client.post(f"{page}withdraw/")
    half_an_hour_passes()
    again, _page = applied(posting, client)
    assert again.status == "submitted" and Application.objects.count() == 2


def test_the_terms_seen_stay_and_changes_are_named(
    client: Client, application: Application, page: str, posting: Posting, sato: User
) -> None:
    assert "応募のあとに、求人の内容が変わりました" not in text(client.get(page))
    revise(posting, sato, wage_min=2000, internal_note="事務局へ", publish_to=timezone.localdate())
    shown = text(client.get(page))
    assert "応募のあとに、求人の内容が変わりました" in shown and "2,300円" in shown and "2,000円" in shown
    assert "事務局へ" not in shown and "公開終了予定日" not in shown


def test_nobody_else_can_read_the_page(
    client: Client, application: Application, page: str, sato: User
) -> None:
    inquiry_token = page.replace("/applications/", "/inquiries/")
    for address in ("/applications/x/", f"{page[:-2]}/", f"{page[:-1]}x/", inquiry_token):
        assert client.get(address).status_code == 404
    answer = client.get(page)
    assert answer["Cache-Control"] == "no-store"
    client.force_login(sato)
    assert client.post(f"/applications/{'x' * 43}/withdraw/").status_code == 404


def test_an_old_link_is_replaced_by_mail_once_a_day(
    client: Client, application: Application, page: str
) -> None:
    MailedLink.objects.update(expires_at=timezone.now() - timedelta(days=1))
    gone = client.get(page)
    assert gone.status_code == 410 and "期限が過ぎました" in text(gone)
    for _ in range(2):
        assert "新しいリンクを送りました" in text(client.post(f"{page}new-link/"))
    letter = Letter.objects.get(kind="applications.new_link")
    assert letter.recipient == application.email
    token = letter.body.partition("/applications/")[2].partition("/")[0]
    assert client.get(f"/applications/{token}/").status_code == 200
    assert client.post("/applications/unknown/new-link/").status_code == 404


def test_a_suspended_posting_still_shows_its_applicants_how_things_stand(
    client: Client, page: str, posting: Posting, okada: User
) -> None:
    posting.suspend(by=okada, reason="確認のため")
    assert "掲載を停止しています" in text(client.get(page))
    assert client.get(f"/postings/{posting.number}/apply/").status_code == 404


def test_an_offer_is_accepted_once_however_often_it_is_pressed(
    client: Client, application: Application, page: str, sato: User
) -> None:
    application.step("review", by=sato)
    answering.offer(application, by=sato, text="内定です。")
    client.post(f"{page}accept/")
    said_at = Application.objects.get().accepted_at
    assert client.post(f"{page}accept/").status_code == 302
    assert Application.objects.get().accepted_at == said_at, "the day by which the facility answers stays"
    assert Event.objects.filter(name="application.accepted").count() == 1
    assert client.get(f"{page}accept/").status_code == 302, "there is nothing left to press"


def test_who_takes_an_erasure_back_reads_it_in_one_sentence(
    client: Client, application: Application, page: str
) -> None:
    client.post(f"{page}erase/")
    assert "辞退を取り消すと、個人情報の削除も取り消します" in text(client.get(page))
