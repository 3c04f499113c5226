"""Messages between applicant and facility: relayed word for word, told by a link, read by nobody else."""

from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from applications import links
from applications.masking import mask_ended
from applications.models import Application, Side, ThreadMessage
from applications.talking.writing import MOST_A_DAY, TOO_MANY, mark_read, write
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox import relay
from keynet.outbox.models import Letter
from keynet.reactions import REACTIONS
from tests.applications.ending import asked
from tests.builders import applicant_of, make_application, make_published
from tests.cast import signed_in

pytestmark = pytest.mark.django_db
WORDS = "駐車場は使えますか。\r\n<b>車</b>で行きます。"


@pytest.fixture
def application(sakura: Facility, sato: User, okada: User) -> Application:
    return make_application(make_published(sakura, sato, okada))


@pytest.fixture
def page(application: Application) -> str:
    return f"/applications/{links.issue(application)}/messages/"


def console(application: Application) -> str:
    facility = application.posting.facility.public_id
    return f"/facility/{facility}/applications/{application.public_id}/messages/"


def said(application: Application, side: Side, text: str, by: Any) -> ThreadMessage:
    return write(application, side, by=by, text=text, submission_id=uuid4())


def test_what_one_side_writes_the_other_reads_word_for_word(
    client: Client, application: Application, page: str, sato: User
) -> None:
    sent = client.post(page, {"text": WORDS, "submission_id": str(uuid4())})
    assert sent.status_code == 302
    clerk = signed_in(sato)
    shown = clerk.get(console(application)).content.decode()
    assert (
        "駐車場は使えますか。" in shown and "&lt;b&gt;車&lt;/b&gt;で行きます。" in shown and "未読" in shown
    )
    clerk.post(console(application), {"text": "使えます。", "submission_id": str(uuid4())})
    assert ThreadMessage.objects.get(side="applicant").read_at, "who answers has read"
    answered = client.get(page).content.decode()
    assert "使えます。" in answered and "佐藤" not in answered


def test_letters_say_only_that_there_is_a_message(application: Application, sato: User) -> None:
    said(application, Side.APPLICANT, "内密の相談です。", applicant_of(application))
    said(application, Side.FACILITY, "内密の返事です。", sato)
    relay.run(REACTIONS)
    letters = Letter.objects.filter(kind__startswith="applications.message_for")
    # The facility's answer marked the question as read before the letter was written: nobody needs it any more.
    assert [letter.recipient for letter in letters] == [application.email]
    assert not [letter for letter in letters if "内密" in letter.body + letter.heading]


def test_several_messages_in_a_row_are_one_letter(application: Application) -> None:
    for text in ("一つ目", "二つ目", "三つ目"):
        said(application, Side.APPLICANT, text, applicant_of(application))
    relay.run(REACTIONS)
    assert Letter.objects.filter(kind="applications.message_for_facility").count() == 1


def test_looking_marks_nothing_and_a_button_does(
    client: Client, application: Application, page: str, sato: User
) -> None:
    said(application, Side.FACILITY, "お知らせ", sato)
    status = page.removesuffix("messages/")
    assert "新しいメッセージ1件を読む" in client.get(status).content.decode()
    client.get(page)
    assert ThreadMessage.objects.get().read_at is None
    assert client.post(f"{page}read/")["Location"] == page
    assert ThreadMessage.objects.get().read_at
    assert "新しいメッセージ1件を読む" not in client.get(status).content.decode()


def test_a_double_click_is_one_message(client: Client, application: Application, page: str) -> None:
    typed = {"text": "一度だけ", "submission_id": str(uuid4())}
    client.post(page, typed)
    client.post(page, typed)
    assert ThreadMessage.objects.count() == 1


def test_a_side_writes_so_many_messages_a_day(client: Client, application: Application, page: str) -> None:
    for number in range(MOST_A_DAY):
        said(application, Side.APPLICANT, f"{number}", applicant_of(application))
    refused = client.post(page, {"text": "もう一つ", "submission_id": str(uuid4())}).content.decode()
    assert TOO_MANY in refused and "もう一つ" in refused
    assert ThreadMessage.objects.count() == MOST_A_DAY


def test_office_ministry_and_strangers_neither_read_nor_write(
    application: Application, okada: User, mori: User, suzuki: User
) -> None:
    said(application, Side.APPLICANT, "内密の相談です。", applicant_of(application))
    for stranger in (okada, mori, suzuki):
        browser = signed_in(stranger)
        assert browser.get(console(application)).status_code == 404
        assert browser.post(console(application), {"text": "x"}).status_code == 404
        for side in Side:
            with pytest.raises(PermissionDenied):
                said(application, side, "x", stranger)
            with pytest.raises(PermissionDenied):
                mark_read(application, side, by=stranger)
    assert ThreadMessage.objects.count() == 1


def test_a_question_has_its_thread_and_a_hidden_name_stays_hidden(
    client: Client, sakura: Facility, sato: User, okada: User
) -> None:
    inquiry, page = asked(make_published(sakura, sato, okada, name_visibility="hidden"))
    place = f"/facility/{sakura.public_id}/inquiries/{inquiry.public_id}/messages/"
    signed_in(sato).post(place, {"text": "もう少し教えてください。", "submission_id": str(uuid4())})
    relay.run(REACTIONS)
    letter = Letter.objects.get(kind="applications.message_for_seeker")
    shown = client.get(f"{page}messages/").content.decode()
    assert "もう少し教えてください。" in shown and "さくら病院" not in shown + letter.body


def test_a_masked_thread_is_closed_and_blank(application: Application, page: str, client: Client) -> None:
    said(application, Side.APPLICANT, "内密の相談です。", applicant_of(application))
    Application.objects.update(status="withdrawn", erasure_asked_at=application.submitted_at)
    assert mask_ended() == 1
    assert ThreadMessage.objects.get().text == ""
    assert client.get(page).status_code == 410
