"""A facility registers with its first posting."""

import pytest

from facilities.models import Registration
from keynet.accounts.models import User
from keynet.outbox.models import Letter
from keynet.outbox.relay import run
from keynet.reactions import REACTIONS
from keynet.vocabulary.business_days import due_on
from postings.check import review
from tests.postings.clerk import FACILITY, WORK, Clerk, mailed_path

pytestmark = pytest.mark.django_db


def test_the_start_page_tells_what_is_needed() -> None:
    page = Clerk().browser.get("/registration/")
    assert "2営業日以内" in page.content.decode()


def test_a_registration_reaches_the_office_only_after_the_mail_address_is_proved() -> None:
    clerk = Clerk()
    clerk.fill_in()
    assert clerk.hand_in().status_code == 302
    registration = clerk.registration
    assert registration.status == "unproved" and registration.posting.status == "draft"
    page = clerk.prove()
    registration = clerk.registration
    assert registration.status == "waiting" and registration.posting.status == "submitted"
    assert registration.number in page.content.decode()
    assert registration.received_at
    assert registration.posting.due_on == due_on(registration.received_at)
    assert registration.posting.contact_email == FACILITY["contact_email"]


def test_opening_the_proof_link_changes_nothing() -> None:
    clerk = Clerk()
    clerk.fill_in()
    clerk.hand_in()
    assert clerk.browser.get(mailed_path("registration_prove")).status_code == 200
    assert clerk.registration.status == "unproved"


def test_pressing_every_button_twice_gives_one_result() -> None:
    clerk = Clerk()
    clerk.fill_in()
    once = {"submission_id": "7f0c7f5e-7f5c-4d2a-9d39-0e8a9f3c1a11"}
    clerk.hand_in(**once)
    clerk.hand_in(**once)
    assert Letter.objects.filter(kind="facilities.registration_prove").count() == 1
    path = mailed_path("registration_prove")
    for _ in range(2):
        page = clerk.browser.post(path, follow=True)
        assert "申請を受け付けました" in page.content.decode()
    clerk.hand_in(**once)
    run(REACTIONS)
    assert Letter.objects.filter(kind="facilities.registration_received").count() == 1


def test_the_receipt_names_number_and_due_date() -> None:
    clerk = Clerk()
    clerk.register()
    run(REACTIONS)
    letter = Letter.objects.get(kind="facilities.registration_received")
    due = clerk.registration.posting.due_on
    assert letter.recipient == FACILITY["contact_email"]
    assert clerk.registration.number in letter.heading
    assert f"{due.year}年{due.month}月{due.day}日" in letter.body


def test_nothing_is_handed_in_while_something_is_missing() -> None:
    clerk = Clerk()
    clerk.save("work", WORK)
    page = clerk.browser.get(f"{clerk.sheet}confirm/").content.decode()
    assert "担当者のメールアドレスを入力してください" in page
    assert "この内容で提出する" not in page
    clerk.hand_in()
    assert clerk.registration.status == "draft"


def test_a_returned_registration_shows_the_reasons_and_comes_back_without_another_proof(okada: User) -> None:
    clerk = Clerk()
    clerk.register()
    posting = clerk.registration.posting
    reasons = {"duties": "もう少し具体的に書いてください。", "name": "正式な名称にしてください。"}
    review.send_back(posting, by=okada, reasons=reasons, note="お急ぎください")
    clerk.sheet = mailed_path("registration_returned")
    letter = Letter.objects.get(kind="facilities.registration_returned")
    assert "仕事の内容" in letter.body and reasons["duties"] in letter.body
    sheet = clerk.browser.get(clerk.sheet).content.decode()
    assert sheet.count("差戻し</span>") == 2
    assert reasons["duties"] in clerk.browser.get(f"{clerk.sheet}work/").content.decode()
    clerk.save("work", WORK, duties="個室10床の病棟で、日勤と夜勤の看護を担当します。")
    clerk.save("facility", FACILITY)
    clerk.hand_in()
    registration = clerk.registration
    assert registration.status == "waiting" and registration.posting.status == "submitted"
    assert Letter.objects.filter(kind="facilities.registration_prove").count() == 1


def test_a_confirmed_registration_gets_the_first_login_and_its_links_end(okada: User) -> None:
    clerk = Clerk()
    clerk.register()
    review.confirm(clerk.registration.posting, by=okada)
    path = mailed_path("registration_confirmed")
    assert path.startswith("/account/first/")
    assert clerk.browser.get(path).status_code == 200
    assert clerk.browser.get(clerk.sheet).status_code == 410


def test_a_rejected_registration_is_told_why(okada: User) -> None:
    clerk = Clerk()
    clerk.register()
    review.reject(clerk.registration.posting, by=okada, reason="対象ではない募集です。")
    run(REACTIONS)
    assert "対象ではない募集です。" in Letter.objects.get(kind="facilities.registration_rejected").body


def test_a_changed_mail_address_makes_the_earlier_proof_link_useless() -> None:
    clerk = Clerk()
    clerk.fill_in()
    clerk.hand_in()
    path = mailed_path("registration_prove")
    clerk.save("facility", FACILITY, contact_email="other@hospital.example")
    assert clerk.browser.post(path).status_code == 410
    assert clerk.registration.status == "unproved"


def test_a_form_broken_after_hand_in_is_opened_again_instead_of_received() -> None:
    clerk = Clerk()
    clerk.fill_in()
    clerk.hand_in()
    path = mailed_path("registration_prove")
    clerk.save("work", WORK, duties="", action="draft")
    page = clerk.browser.post(path, follow=True)
    assert "仕事の内容を入力してください" in page.content.decode()
    assert Registration.objects.get().status == "unproved"
