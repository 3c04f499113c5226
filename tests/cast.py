"""The cast: the same people in every test (docs/architecture.md, tests).

Sato works for さくら病院, Suzuki for another hospital and must never see Sato's; Okada is the operations office, Mori
the ministry, Yoshida a prefecture (神奈川), Noda its nurse center; Nakamura is a nurse and Kimura a doctor, who apply
without accounts.
"""

import time
from typing import Any

import pytest
from django.test import Client

from facilities.models import Facility, Membership
from keynet.accounts.models import Appointment, User
from tests.builders import make_facility, make_user


@pytest.fixture
def sakura(db: None) -> Facility:
    """さくら病院 in 横浜市, confirmed."""
    return make_facility(name="さくら病院", prefecture="14", city="横浜市中区")


@pytest.fixture
def midori(db: None) -> Facility:
    """みどり病院, the other hospital in the same prefecture."""
    return make_facility(name="みどり病院", prefecture="14", city="川崎市幸区")


@pytest.fixture
def sato(sakura: Facility) -> User:
    """Admin of さくら病院."""
    user = make_user("sato@sakura.example", "佐藤 花子")
    Membership.objects.create(user=user, facility=sakura, role=Membership.Role.ADMIN)
    return user


@pytest.fixture
def suzuki(midori: Facility) -> User:
    """Admin of みどり病院."""
    user = make_user("suzuki@midori.example", "鈴木 一郎")
    Membership.objects.create(user=user, facility=midori, role=Membership.Role.ADMIN)
    return user


@pytest.fixture
def okada(db: None) -> User:
    """The operations office."""
    return appointed(make_user("okada@office.example", "岡田 実"), "office")


@pytest.fixture
def mori(db: None) -> User:
    """The ministry."""
    return appointed(make_user("mori@ministry.example", "森 恵"), "ministry")


@pytest.fixture
def yoshida(db: None) -> User:
    """The prefecture 神奈川県."""
    return appointed(make_user("yoshida@kanagawa.example", "吉田 修"), "prefecture", "14")


@pytest.fixture
def noda(db: None) -> User:
    """The nurse center of 神奈川県."""
    return appointed(make_user("noda@nurse.example", "野田 幸"), "nurse_center", "14")


def appointed(user: User, body: str, prefecture: str = "") -> User:
    """Appoint the person and return them."""
    Appointment.objects.create(user=user, body=body, prefecture=prefecture)
    return user


def signed_in(user: User) -> Client:
    """Return a browser in which the person has just signed in, with the second step."""
    client = Client()
    client.force_login(user)
    prove(client, user, method="password")
    prove(client, user, method="mfa", type="totp")
    return client


def prove(client: Client, user: User, *, method: str, minutes_ago: float = 0, **facts: Any) -> None:
    """Write into the browser's session that the person proved who they are, as allauth does."""
    session = client.session
    session["account_authentication_methods_user"] = str(user.pk)
    session["account_authentication_methods"] = [
        *session.get("account_authentication_methods", []),
        {"method": method, "at": time.time() - minutes_ago * 60, **facts},
    ]
    session.save()


def grown_old(client: Client) -> Client:
    """Return the browser as it is when its person signed in half an hour ago."""
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 30 * 60
    session.save()
    return client
