"""The first login is noted where the office looks for it."""

import pytest
from django.test import Client
from django.urls import reverse

from facilities.models import Registration
from keynet.accounts.first_login import issue_first_login
from keynet.accounts.models import User
from keynet.outbox import relay
from keynet.reactions import REACTIONS
from postings.check import review
from tests.cast import signed_in
from tests.postings.waiting import make_waiting_registration

pytestmark = pytest.mark.django_db


def test_the_office_stops_offering_a_new_link_after_the_first_login(okada: User) -> None:
    posting = make_waiting_registration()
    review.confirm(posting, by=okada)
    registration = Registration.objects.get()
    check = f"/office/postings/{posting.number}/"
    again = "初回ログインのメールをもう一度送る"
    assert again in signed_in(okada).get(check).content.decode()
    assert registration.account
    link = reverse("accounts:first_login", args=[issue_first_login(registration.account)])
    words = "とても長くて忘れない合言葉です"
    assert Client().post(link, {"password": words, "again": words}).status_code == 302
    relay.run(REACTIONS)
    registration.refresh_from_db()
    assert registration.first_login_at
    assert again not in signed_in(okada).get(check).content.decode()
