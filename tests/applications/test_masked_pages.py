"""What the pages say after names and contacts went: plainly that they are gone, and nothing to do any more."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from applications.models import Inquiry
from applications.tasks import mask_ended
from keynet.accounts.models import User
from keynet.outbox.models import Letter
from postings.models import Posting
from tests.applications.ending import asked, ended, hired
from tests.builders import make_application
from tests.cast import signed_in

pytestmark = pytest.mark.django_db
GONE = "保存期間が過ぎたため、個人情報を消しました"


def test_old_links_say_that_the_data_are_gone(posting: Posting, sato: User, client: Client) -> None:
    _application, page = hired(posting, sato)
    _inquiry, question_page = asked(posting)
    ended(posting, sato, days=200)
    Inquiry.objects.update(submitted_at=timezone.now() - timedelta(days=200))
    assert client.get(page).status_code == client.get(question_page).status_code == 200
    mask_ended()
    for address in (page, f"{page}received/", question_page):
        gone = client.get(address)
        assert gone.status_code == 410 and "個人情報を消しました" in gone.content.decode()
    assert client.post(f"{page}withdraw/").status_code == 410
    assert client.post(f"{page}new-link/").status_code == 404
    assert not Letter.objects.filter(kind="applications.new_link").exists()


def test_the_facility_reads_plainly_that_the_data_are_gone(posting: Posting, sato: User) -> None:
    application = make_application(posting, message="内密")
    inquiry, _page = asked(posting)
    ended(posting, sato, days=200)
    Inquiry.objects.update(submitted_at=timezone.now() - timedelta(days=200))
    client, facility = signed_in(sato), posting.facility.public_id
    page = reverse("inbox:application", args=[facility, application.public_id])
    kept = client.get(page).content.decode()
    assert "この応募の選考は続けられます" in kept and "を過ぎると消えます" in kept
    mask_ended()
    shown = client.get(page).content.decode()
    assert GONE in shown and "見送りを知らせる" not in shown and "3営業日を過ぎています" not in shown
    question_shown = client.get(reverse("inbox:inquiry", args=[facility, inquiry.public_id])).content.decode()
    assert GONE in question_shown and "回答を送る" not in question_shown
    for name in ("inbox:applications", "inbox:inquiries"):
        assert "消去済み" in client.get(reverse(name, args=[facility])).content.decode()
    home = client.get(reverse("facility:home", args=[facility])).content.decode()
    assert "新しい応募が" not in home and "質問が" not in home
    for verb, status in (("invite", 409), ("not-select", 409), ("review", 403), ("direct", 409)):
        assert client.post(f"{page}{verb}/", {"text": "見送ります。", "step": "send"}).status_code == status
