"""The account of somebody who looks for work: it owns what its proved address has sent, and may be left."""

import json
from typing import Any
from uuid import uuid4

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from applications import answering
from applications.mine.own_data import own_data
from applications.models import Application, Hire, Side
from applications.models.blank import BLANK_APPLICATION, BLANK_INQUIRY
from applications.reports.reporting import report
from applications.talking.writing import write
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox.models import Letter
from postings.models import Posting, SavedPosting
from tests.applications.ending import asked, hired
from tests.applications.filling import ADDRESS, answers, applied, apply_url, half_an_hour_passes
from tests.applications.test_meeting import offered
from tests.builders import days_from_now, make_application, make_published
from tests.cast import signed_in
from tests.consistency.sources import ROOT

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(nakamura: User) -> Client:
    """Signed in a moment ago, with the password."""
    client = Client()
    client.post(reverse("account_login"), {"login": ADDRESS, "password": "とても長い合言葉です"})
    return client


def text(response: Any) -> str:
    return response.content.decode()


def test_what_a_guest_sent_before_is_there_and_opens_by_a_button(
    client: Client, posting: Posting, browser: Client
) -> None:
    application, _ = applied(posting, client)
    inquiry, _ = asked(posting)
    stranger = make_application(posting, email="stranger@seeker.example")
    shown = text(browser.get("/my/"))
    assert application.number in shown and inquiry.number in shown and stranger.number not in shown
    opened = browser.post(f"/my/applications/{application.public_id}/open/", follow=True)
    assert application.number in text(opened) and "応募の状況" in text(opened)
    assert browser.post(f"/my/applications/{stranger.public_id}/open/").status_code == 404
    assert inquiry.number in text(browser.post(f"/my/inquiries/{inquiry.public_id}/open/", follow=True))


def test_an_address_that_is_not_proved_owns_nothing(posting: Posting, nakamura: User) -> None:
    application = make_application(posting, email=ADDRESS)
    EmailAddress.objects.update(verified=False)
    assert application.number not in text(signed_in(nakamura).get("/my/"))


def test_the_page_says_what_to_do_next(posting: Posting, browser: Client, sato: User) -> None:
    application = make_application(posting, email=ADDRESS)
    assert "いま、することはありません" in text(browser.get("/my/"))
    offered(application, sato, 10)
    write(application, Side.FACILITY, by=sato, text="お知らせ", submission_id=uuid4())
    shown = text(browser.get("/my/"))
    assert "面接の日時を選んでください" in shown and "新しいメッセージが1件あります" in shown
    answering.offer(application, by=sato, text="内定です。")
    assert "内定の返事をしてください" in text(browser.get("/my/"))


def test_whoever_is_hired_reads_what_was_reported_and_is_asked_about_the_others(
    posting: Posting, browser: Client, sakura: Facility, sato: User, okada: User
) -> None:
    other = make_application(make_published(sakura, sato, okada), email=ADDRESS)
    _application, page = hired(posting, sato)
    for address in ("/my/", page):
        assert "研修を受けたという報告は、まだありません" in text(browser.get(address))
    assert "ほかに続いている応募が1件あります" in text(browser.get("/my/"))
    assert "ほかの応募1件の続け方を選ぶ" in text(browser.get(page))
    assert "ほかの応募を続けますか" in text(browser.get(f"{page}others/"))
    training = {"provider": "association", "provider_name": "神奈川県看護協会", "name": "復職支援研修"}
    report(Hire.objects.get(), by=sato, **training, taken_on=days_from_now(-1), hours="6.5")
    for address in ("/my/", page):
        shown = text(browser.get(address))
        assert "研修を受けてください" not in shown and "研修を受けていただきます" not in shown, "they have"
        assert "復職支援研修" in shown and "神奈川県看護協会" in shown and "6.5時間" in shown
    browser.post(f"{page}others/leave/", {"number": other.number})
    assert "ほかに続いている応募" not in text(browser.get(page)) + text(browser.get("/my/"))


def test_the_list_asks_the_same_number_of_questions_however_long_it_is(
    sakura: Facility, sato: User, okada: User, browser: Client, django_assert_max_num_queries: Any
) -> None:
    for _ in range(6):
        make_application(make_published(sakura, sato, okada), email=ADDRESS)
    with django_assert_max_num_queries(22):
        browser.get("/my/")


def test_the_next_application_begins_with_what_was_typed_before(posting: Posting, browser: Client) -> None:
    assert 'value="中村"' not in text(browser.get(apply_url(posting)))
    make_application(posting, email=ADDRESS, message="この病院だけに書いたこと")
    form = text(browser.get(apply_url(posting)))
    assert 'value="中村"' in form and ADDRESS in form and "この病院だけに書いたこと" not in form
    assert 'value="中村"' not in text(Client().get(apply_url(posting)))


def test_the_file_holds_every_answer_and_message(
    client: Client, posting: Posting, browser: Client, nakamura: User, sato: User
) -> None:
    application, _ = applied(posting, client)
    asked(posting)
    SavedPosting.objects.create(user=nakamura, posting=posting)
    write(application, Side.FACILITY, by=sato, text="お知らせします。", submission_id=uuid4())
    signed_in(sato).get(
        f"/facility/{posting.facility.public_id}/applications/{application.public_id}/messages/"
    )
    answer = browser.get("/my/data.json")
    assert "attachment" in answer["Content-Disposition"]
    data = json.loads(answer.content)
    assert set(BLANK_APPLICATION) <= set(data["applications"][0])
    assert set(BLANK_INQUIRY) <= set(data["inquiries"][0])
    assert data["applications"][0]["messages"][0]["text"] == "お知らせします。"
    assert data["applications"][0]["read_by"][0]["by"] == "施設"
    assert data["saved_postings"][0]["posting"] == posting.number
    assert "佐藤" not in text(answer), "who of the facility wrote and read is the facility's own"
    documented = (ROOT / "docs" / "own-data.md").read_text(encoding="utf-8")
    assert not [key for key in data if f"`{key}`" not in documented]


def test_leaving_says_what_goes_and_keeps_what_was_sent(
    posting: Posting, browser: Client, nakamura: User
) -> None:
    application = make_application(posting, email=ADDRESS)
    SavedPosting.objects.create(user=nakamura, posting=posting)
    assert "施設の選考は続きます" in text(browser.get("/my/leave/"))
    assert "退会しました" in text(browser.post("/my/leave/", follow=True))
    assert not User.objects.filter(email=ADDRESS).exists() and not SavedPosting.objects.exists()
    assert not Letter.objects.filter(recipient=ADDRESS, kind__startswith="account").exists()
    application.refresh_from_db()
    assert application.status == "submitted" and not application.leaves_at
    assert browser.get("/my/").status_code == 302


def test_leaving_may_take_the_open_applications_back(posting: Posting, browser: Client) -> None:
    make_application(posting, email=ADDRESS)
    browser.post("/my/leave/", {"withdraw": "on"})
    half_an_hour_passes()
    assert Application.objects.get().status == "withdrawn"


def test_who_works_for_an_organisation_is_not_deleted_here(sato: User) -> None:
    browser = Client()
    browser.post(reverse("account_login"), {"login": sato.email, "password": "とても長い合言葉です"})
    assert "退会" not in text(browser.get("/my/"))
    browser.post("/my/leave/")
    assert User.objects.filter(pk=sato.pk).exists()
    assert own_data(sato)["applications"] == []


def test_an_old_sign_in_takes_nothing_away(browser: Client, nakamura: User) -> None:
    session = browser.session
    del session["account_authentication_methods"]
    session.save()
    assert browser.get("/my/data.json").status_code == browser.get("/my/leave/").status_code == 302
    browser.post("/my/leave/", {"withdraw": "on"})
    assert User.objects.filter(pk=nakamura.pk).exists()


def test_answers_carry_no_address_of_somebody_else(posting: Posting, browser: Client) -> None:
    make_application(posting, email="stranger@seeker.example", family_kana="ヨソノヒト")
    assert "ヨソノヒト" not in text(browser.get(apply_url(posting)))
    assert "ヨソノヒト" not in text(browser.post(apply_url(posting), answers(posting, step="edit")))
