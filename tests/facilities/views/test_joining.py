"""The page behind the link of an invitation."""

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from facilities import invitations
from facilities.models import Facility
from keynet.accounts.models import User
from tests.cast import signed_in
from tests.facilities.test_invitations import NEW, PASSWORD, token_of

pytestmark = pytest.mark.django_db
FORM = {"name": "田中 次郎", "password": PASSWORD, "again": PASSWORD}


def invited(sakura: Facility, sato: User, address: str = NEW) -> str:
    invitations.invite(sakura, address, "member", by=sato)
    return f"/account/join/{token_of(address)}/"


def test_a_new_person_arrives_at_the_facility(sakura: Facility, sato: User, client: Client) -> None:
    link = invited(sakura, sato)
    assert NEW in client.get(link).content.decode()
    short = client.post(link, {**FORM, "password": "みじかい", "again": "みじかい", "name": ""})
    assert "入力内容を" in short.content.decode()
    assert client.post(link, FORM, follow=True).status_code == 200
    person = User.objects.get(email=NEW)
    assert sakura.is_served_by(person)
    assert client.get(link).status_code == 410


def test_somebody_with_an_account_signs_in_first(sakura: Facility, sato: User, suzuki: User) -> None:
    link = invited(sakura, sato, suzuki.email)
    guest = Client().get(link).content.decode()
    assert f"/account/login/?next={link}" in guest
    assert Client().post(link, FORM).status_code == 200
    assert not sakura.is_served_by(suzuki)
    assert "この施設に参加する" in signed_in(suzuki).get(link).content.decode()
    assert signed_in(suzuki).post(link).status_code == 302
    assert sakura.is_served_by(suzuki)


def test_somebody_with_an_account_but_no_password_signs_in_first_too(sakura: Facility, sato: User) -> None:
    nakamura = User.objects.create_user("nakamura@mail.example", None, name="中村 花子")
    EmailAddress.objects.create(user=nakamura, email=nakamura.email, verified=True, primary=True)
    link = invited(sakura, sato, nakamura.email)
    guest = Client().post(link, FORM).content.decode()
    nakamura.refresh_from_db()
    assert f"/account/login/?next={link}" in guest and not nakamura.has_usable_password()
    assert signed_in(nakamura).post(link).status_code == 302
    assert sakura.is_served_by(nakamura)


def test_somebody_else_is_asked_to_log_out(sakura: Facility, sato: User, suzuki: User, okada: User) -> None:
    link = invited(sakura, sato, suzuki.email)
    page = signed_in(okada).post(link).content.decode()
    assert "別のアカウントでログインしています" in page
    assert suzuki.email not in page
    assert not sakura.is_served_by(okada)


def test_a_link_of_nothing_does_not_exist(db: None, client: Client) -> None:
    assert client.get("/account/join/unknown/").status_code == 404


def test_a_link_that_was_taken_back_says_so(sakura: Facility, sato: User, client: Client) -> None:
    link = invited(sakura, sato)
    invitations.withdraw(sakura.invitations.get(), by=sato)
    answer = client.post(link, FORM)
    assert answer.status_code == 410
    assert "取り消されたか" in answer.content.decode()
