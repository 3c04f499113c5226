"""「実際と違うとき」: anybody says so, without a name; the office finds out, and both sides hear how it ended."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from facilities.models import Facility
from keynet.accounts.models import User
from keynet.invariants import check
from keynet.lifecycle import NotNow
from keynet.outbox.models import Letter
from keynet.outbox.relay import run
from keynet.reactions import REACTIONS
from postings.complaints.settling import settle
from postings.models import Complaint, Posting
from postings.models.complaint import BLANK_COMPLAINT
from postings.tasks import mask_complaints
from tests.builders import make_published
from tests.cast import signed_in

pytestmark = pytest.mark.django_db
REPORTER = "reporter@seeker.example"
WORDS = "面接では時給2,000円と言われました。"
IMPERSONAL = {
    *("id", "submission_id", "posting", "status", "topic", "version", "created_at", "question", "asked_at"),
    *("answer", "answered_at", "outcome", "settled_at", "masked_at"),
}


@pytest.fixture
def posting(sakura: Facility, sato: User, okada: User) -> Posting:
    return make_published(sakura, sato, okada)


def report(posting: Posting, client: Client | None = None, **changes: Any) -> Any:
    typed = {"topic": "interview", "text": WORDS, "email": REPORTER, **changes}
    return (client or Client()).post(f"{posting.get_absolute_url()}report/", typed)


@pytest.fixture
def complaint(posting: Posting) -> Complaint:
    report(posting)
    return Complaint.objects.get()


def test_a_report_needs_no_name_and_gets_a_number(client: Client, posting: Posting) -> None:
    page = f"{posting.get_absolute_url()}report/"
    assert "名前を書かずに報告できます" in client.get(page).content.decode()
    answer = report(posting, email="")
    complaint = Complaint.objects.get()
    assert complaint.number in client.get(answer["Location"]).content.decode()
    assert (complaint.status, complaint.version, complaint.email) == ("received", 1, "")


def test_a_form_sent_twice_is_one_report(posting: Posting) -> None:
    once = "6a2f41a3-c54c-4fce-9d0c-9f3ea33b8a2c"
    answers = {report(posting, submission_id=once)["Location"] for _ in range(2)}
    assert len(answers) == 1 and Complaint.objects.count() == 1


def test_a_choice_that_says_nothing_needs_a_word_more(posting: Posting) -> None:
    assert "実際はどうだったかを入力してください" in report(posting, text="").content.decode()
    assert report(posting, topic="ended", text="").status_code == 302


def test_one_place_reports_ten_times_an_hour(posting: Posting, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "complaint": "2/h/ip"}
    client = Client()
    assert [report(posting, client).status_code for _ in range(3)] == [302, 302, 429]
    assert Complaint.objects.count() == 2


def test_what_is_not_public_cannot_be_reported(posting: Posting, okada: User) -> None:
    posting.suspend(by=okada, reason="確認のため")
    assert report(posting).status_code == 404


def test_the_facility_hears_the_question_and_not_the_report(
    complaint: Complaint, sakura: Facility, sato: User, okada: User
) -> None:
    office = signed_in(okada)
    page = f"/office/complaints/{complaint.pk}/"
    assert WORDS in office.get(page).content.decode()
    office.post(f"{page}take/")
    office.post(f"{page}ask/", {"ask-question": "時給を確かめてください。"})
    run(REACTIONS)
    letters = Letter.objects.filter(kind="postings.complaint_asked")
    assert sorted(letter.recipient for letter in letters) == ["saiyo@sakura.example", "sato@sakura.example"]
    assert not any(WORDS in letter.body or REPORTER in letter.body for letter in letters)
    client = signed_in(sato)
    assert "運営事務局が質問しています" in client.get(f"/facility/{sakura.public_id}/").content.decode()
    its = f"/facility/{sakura.public_id}/complaints/{complaint.pk}/"
    shown = client.get(its).content.decode()
    assert "時給を確かめてください。" in shown and WORDS not in shown and REPORTER not in shown
    client.post(its, {"answer": "時給は2,300円です。"})
    assert client.post(its, {"answer": "もう一度"}).status_code == 409
    assert "時給は2,300円です。" in office.get(page).content.decode()


def test_a_facility_reads_nothing_before_it_is_asked(
    complaint: Complaint, sakura: Facility, midori: Facility, sato: User, suzuki: User, okada: User
) -> None:
    its = f"complaints/{complaint.pk}/"
    assert signed_in(sato).get(f"/facility/{sakura.public_id}/{its}").status_code == 404
    complaint.ask("時給を確かめてください。", by=okada)
    assert signed_in(suzuki).get(f"/facility/{midori.public_id}/{its}").status_code == 404


def test_a_suspension_and_the_end_of_the_report_are_one_step(
    complaint: Complaint, posting: Posting, okada: User
) -> None:
    client, page = signed_in(okada), f"/office/complaints/{complaint.pk}/settle/"
    refused = client.post(page, {"settle-outcome": "suspended"}).content.decode()
    assert "掲載を停止する理由を入力してください" in refused
    client.post(page, {"settle-outcome": "suspended", "settle-reason": "時給が違うため"})
    run(REACTIONS)
    posting.refresh_from_db()
    complaint.refresh_from_db()
    assert (posting.status, posting.suspend_reason) == ("suspended", "時給が違うため")
    assert (complaint.status, complaint.outcome) == ("settled", "suspended")
    told = Letter.objects.get(kind="postings.complaint_replied")
    assert (
        told.recipient == REPORTER and "掲載を停止しました" in told.body and "時給が違うため" not in told.body
    )
    with pytest.raises(NotNow):
        settle(complaint, "no_action", by=okada)


def test_a_report_is_not_closed_when_its_posting_cannot_be_suspended(
    complaint: Complaint, posting: Posting, sato: User, okada: User
) -> None:
    posting.close(by=sato, reason="filled")
    with pytest.raises(NotNow):
        settle(complaint, "suspended", by=okada, reason="時給が違うため")
    complaint.refresh_from_db()
    assert complaint.status == "received"


def test_the_ministry_reads_and_decides_nothing(complaint: Complaint, mori: User) -> None:
    client = signed_in(mori)
    assert complaint.number in client.get("/ministry/complaints/").content.decode()
    page = client.get(f"/ministry/complaints/{complaint.pk}/").content.decode()
    assert WORDS in page and REPORTER not in page and "この結果で対応を終える" not in page


def test_what_the_reporter_told_us_goes_when_the_form_promised_it(complaint: Complaint, okada: User) -> None:
    settle(complaint, "no_action", by=okada)
    run(REACTIONS)
    assert mask_complaints() == 0
    long_ago = timezone.now() - timedelta(days=settings.COMPLAINT_RETENTION_DAYS)
    Complaint.objects.update(settled_at=long_ago - timedelta(days=3))
    assert "I11d" in {invariant.code for invariant, _rows in check()}
    assert (mask_complaints(), mask_complaints()) == (1, 0)
    stored = str([list(model.objects.values()) for model in (Complaint, Letter)])
    assert REPORTER not in stored and WORDS not in stored
    assert not check()


def test_every_column_is_masked_or_named_as_impersonal() -> None:
    columns = {field.name for field in Complaint._meta.concrete_fields}
    assert columns == IMPERSONAL | BLANK_COMPLAINT.keys()
