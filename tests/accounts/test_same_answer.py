"""No account can be told to exist or not: the same page, the same status, the same work for the server."""

import re
from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import hashers
from django.test import Client
from django.urls import reverse

from keynet.accounts.models import User
from tests.builders import make_user

pytestmark = pytest.mark.django_db
KNOWN, UNKNOWN, WITHOUT_PASSWORD = "known@seeker.example", "nobody@seeker.example", "mail@seeker.example"

FORMS: dict[str, dict[str, Any]] = {
    "account_login": {"login": "{}", "password": "not-this-one"},
    "account_reset_password": {"email": "{}"},
    "account_request_login_code": {"email": "{}"},
    "account_signup": {"email": "{}"},
}


@pytest.fixture(autouse=True)
def _people(db: None) -> Iterator[None]:
    for address in (KNOWN, WITHOUT_PASSWORD):
        user = make_user(address)
        EmailAddress.objects.create(user=user, email=address, verified=True, primary=True)
    User.objects.get(email=WITHOUT_PASSWORD).set_unusable_password()
    yield


def answered(name: str, address: str) -> tuple[Any, ...]:
    """Return everything an outsider sees of one try, and how often a password was hashed for it."""
    client = Client()
    typed = {key: value.format(address) for key, value in FORMS[name].items()}
    hasher = hashers.get_hasher()
    with patch.object(type(hasher), "encode", autospec=True, side_effect=type(hasher).encode) as hashed:
        first = client.post(reverse(name), typed)
        count = hashed.call_count
    pages = [first]
    if first.status_code == 302:
        pages.append(client.get(first["Location"]))
    seen = [(page.status_code, page.get("Location", ""), _plain(page, address)) for page in pages]
    cookies = sorted(client.cookies)
    return seen, cookies, count


def _plain(page: Any, address: str) -> str:
    html = page.content.decode().replace(address, "the address")
    return re.sub(r'value="\w{64}"', "", html)


@pytest.mark.parametrize("name", FORMS)
def test_a_known_and_an_unknown_address_are_answered_alike(name: str) -> None:
    assert answered(name, KNOWN) == answered(name, UNKNOWN)


@pytest.mark.parametrize("name", FORMS)
def test_an_account_without_a_password_is_answered_alike(name: str) -> None:
    assert answered(name, WITHOUT_PASSWORD) == answered(name, UNKNOWN)


def test_a_wrong_mailed_number_is_answered_alike() -> None:
    seen = set()
    for address in (KNOWN, UNKNOWN):
        client = Client()
        waiting = client.post(reverse("account_request_login_code"), {"email": address})["Location"]
        pages = [client.post(waiting, {"code": "000000x"}) for _ in range(3)]
        seen.add(tuple((page.status_code, page.get("Location", ""), _plain(page, address)) for page in pages))
    assert len(seen) == 1
