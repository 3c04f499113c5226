"""Questions to a facility: form, code, answer, passed on unaltered."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from applications.models import Inquiry
from facilities.models import Facility
from keynet.accounts.models import MailedLink, User
from keynet.outbox import relay
from keynet.outbox.models import Letter
from keynet.reactions import REACTIONS
from postings.models import Posting
from tests.applications.filling import ADDRESS, ask_url, code_of, question, wrong_code
from tests.builders import make_published
from tests.cast import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def posting(sakura: Facility, sato: User, okada: User) -> Posting:
    return make_published(sakura, sato, okada, name_visibility="hidden")


def text(response: Any) -> str:
    return response.content.decode()


def asked(client: Client, posting: Posting, **changes: Any) -> tuple[Inquiry, str]:
    page = client.post(ask_url(posting), question(**changes))["Location"]
    inquiry = Inquiry.objects.latest("pk")
    client.post(f"{page}prove/", {"code": code_of(inquiry)})
    inquiry.refresh_from_db()
    return inquiry, page


def test_a_question_is_answered_and_passed_on_unaltered(client: Client, posting: Posting, sato: User) -> None:
    inquiry, page = asked(client, posting, text="車で\r\n通えますか。<b>")
    assert inquiry.status == "open" and "回答を待っています" in text(client.get(page))
    relay.run(REACTIONS)
    arrived = Letter.objects.get(kind="applications.inquiry_arrived")
    for secret in ("のぞみ", ADDRESS, "通えますか"):
        assert secret not in arrived.body

    clerk = signed_in(sato)
    shown = reverse("inbox:inquiry", args=[posting.facility.public_id, inquiry.public_id])
    listed = text(clerk.get(reverse("inbox:inquiries", args=[posting.facility.public_id])))
    assert inquiry.number in listed
    assert "通えますか。&lt;b&gt;" in text(clerk.get(shown)) and ADDRESS not in text(clerk.get(shown))
    assert "回答を入力してください" in text(clerk.post(f"{shown}answer/", {"answer": " "}))
    clerk.post(f"{shown}answer/", {"answer": "はい。\r\n駐車場があります。"})
    assert clerk.post(f"{shown}answer/", {"answer": "もう一度"}).status_code == 409
    relay.run(REACTIONS)
    told = Letter.objects.get(kind="applications.inquiry_answered")
    assert "駐車場" not in told.body and told.recipient == ADDRESS
    token = told.body.partition("/inquiries/")[2].partition("/")[0]
    assert "はい。<br>駐車場があります。" in text(Client().get(f"/inquiries/{token}/"))


def test_a_hidden_facility_stays_hidden_from_askers(client: Client, posting: Posting) -> None:
    _inquiry, page = asked(client, posting)
    letters = "".join(Letter.objects.filter(recipient=ADDRESS).values_list("body", flat=True))
    assert "さくら病院" not in text(client.get(page)) + text(client.get(ask_url(posting))) + letters


def test_a_wrong_code_keeps_the_question_waiting(client: Client, posting: Posting) -> None:
    page = client.post(ask_url(posting), question())["Location"]
    inquiry = Inquiry.objects.get()
    assert "あと4回" in text(client.post(f"{page}prove/", {"code": wrong_code(inquiry)}))
    assert "6桁の確認コードを入力" in text(client.post(f"{page}prove/", {"code": ""}))
    client.post(f"{page}code/")
    client.post(f"{page}prove/", {"code": code_of(inquiry)})
    assert client.post(f"{page}prove/", {"code": "000000"}).status_code == 302
    inquiry.refresh_from_db()
    assert inquiry.status == "open"


def test_a_double_click_is_one_question_and_too_long_ones_are_measured(
    client: Client, posting: Posting
) -> None:
    typed = question()
    client.post(ask_url(posting), typed)
    client.post(ask_url(posting), typed)
    assert Inquiry.objects.count() == Letter.objects.filter(kind="applications.code").count() == 1
    long = text(client.post(ask_url(posting), question(text="あ" * 301)))
    assert "300文字以内で入力してください（いま301文字です）" in long and "あ" * 301 in long


def test_an_ended_posting_still_takes_questions(client: Client, posting: Posting, sato: User) -> None:
    posting.close(by=sato, reason="withdrawn")
    inquiry, _page = asked(client, posting)
    assert inquiry.status == "open"


def test_an_old_link_of_a_question_is_replaced_by_mail(client: Client, posting: Posting) -> None:
    _inquiry, page = asked(client, posting)
    MailedLink.objects.update(expires_at=timezone.now() - timedelta(days=1))
    assert client.get(page).status_code == 410
    client.post(f"{page.replace('/inquiries/', '/applications/')}new-link/")
    letter = Letter.objects.get(kind="applications.new_link")
    token = letter.body.partition("/inquiries/")[2].partition("/")[0]
    assert client.get(f"/inquiries/{token}/").status_code == 200


def test_another_hospital_reads_no_question(client: Client, posting: Posting, suzuki: User) -> None:
    inquiry, _page = asked(client, posting)
    shown = reverse("inbox:inquiry", args=[posting.facility.public_id, inquiry.public_id])
    assert signed_in(suzuki).get(shown).status_code == 404
    assert signed_in(suzuki).post(f"{shown}answer/", {"answer": "はい"}).status_code == 404
