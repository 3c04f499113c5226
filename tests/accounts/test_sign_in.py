"""Signing in and out, the lost password, and the first login."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from facilities.models import Facility
from keynet.accounts.first_login import finish_first_login, issue_first_login
from keynet.accounts.models import MailedLink, User
from keynet.outbox.models import Letter
from tests.builders import make_user
from tests.cast import signed_in

pytestmark = pytest.mark.django_db
PASSWORD = "とても長い合言葉ですから"


@pytest.mark.parametrize(
    "name",
    [
        "account_login",
        "account_signup",
        "account_reset_password",
        "account_reset_password_done",
        "account_inactive",
    ],
)
def test_a_guest_can_open_the_sign_in_pages(client: Client, name: str) -> None:
    assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", ["account_change_password", "account_logout"])
def test_a_member_can_open_the_account_pages(sato: User, name: str) -> None:
    assert signed_in(sato).get(reverse(name)).status_code == 200


def test_a_first_login_sets_the_password_once_and_leads_home(
    client: Client, sato: User, sakura: Facility
) -> None:
    url = reverse("accounts:first_login", args=[issue_first_login(sato)])
    assert client.get(url).status_code == 200
    answer = client.post(url, {"password": PASSWORD, "again": PASSWORD})
    assert answer["Location"] == reverse("accounts:home")
    assert client.get(answer["Location"])["Location"] == reverse("facility:home", args=[sakura.public_id])
    assert Client().get(url).status_code == 410
    assert Client().login(email=sato.email, password=PASSWORD)


def test_a_short_password_is_refused_with_a_sentence(client: Client, sato: User) -> None:
    url = reverse("accounts:first_login", args=[issue_first_login(sato)])
    answer = client.post(url, {"password": "短い", "again": "短い"})
    assert answer.status_code == 200
    assert "12文字" in answer.content.decode()
    assert MailedLink.objects.get().used_at is None


def test_a_newer_first_login_link_closes_the_older(client: Client, sato: User) -> None:
    old = issue_first_login(sato)
    issue_first_login(sato)
    assert client.get(reverse("accounts:first_login", args=[old])).status_code == 410


def test_a_password_set_in_another_way_closes_the_first_login(client: Client, sato: User) -> None:
    url = reverse("accounts:first_login", args=[issue_first_login(sato)])
    sato.set_password("いままでの長い合言葉")
    sato.save(update_fields=["password"])
    typed = {"oldpassword": "いままでの長い合言葉", "password1": PASSWORD, "password2": PASSWORD}
    assert signed_in(sato).post(reverse("account_change_password"), typed).status_code == 302
    assert client.get(url).status_code == 410


def test_a_lost_password_is_reset_by_a_mailed_link_and_unknown_addresses_look_the_same(
    client: Client,
) -> None:
    person = make_user("lost@sakura.example")
    finish_first_login(issue_first_login(person), PASSWORD)
    known = client.post(reverse("account_reset_password"), {"email": "lost@sakura.example"})
    unknown = Client().post(reverse("account_reset_password"), {"email": "nobody@sakura.example"})
    assert known.status_code == unknown.status_code == 302
    assert known["Location"] == unknown["Location"]
    letter = Letter.objects.get(recipient="lost@sakura.example")
    assert re.search(r"/account/password/reset/key/\S+", letter.body)


def test_somebody_with_two_hospitals_chooses_on_the_home_page(sato: User, midori: Facility) -> None:
    midori.memberships.create(user=sato)
    page = signed_in(sato).get(reverse("accounts:home")).content.decode()
    assert "さくら病院" in page and "みどり病院" in page
