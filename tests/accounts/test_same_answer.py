"""No account can be told to exist or not: the same page, the same status, the same work for the server."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import hashers
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from facilities.models import Facility, Registration
from keynet.accounts.models import User
from keynet.outbox.models import Letter
from tests.applications.filling import answers, applied, apply_url, ask_url, question
from tests.builders import make_facility, make_published, make_user
from tests.cast import signed_in

pytestmark = pytest.mark.django_db
KNOWN, UNKNOWN, WITHOUT_PASSWORD = "known@seeker.example", "nobody@seeker.example", "mail@seeker.example"

FORMS: dict[str, dict[str, Any]] = {
    "account_login": {"login": "{}", "password": "not-this-one"},
    "account_reset_password": {"email": "{}"},
    "account_request_login_code": {"email": "{}"},
    "account_signup": {"email": "{}"},
    "registration:new_link": {"email": "{}", "submission_id": "6f0f6f0e-0000-4000-8000-000000000000"},
}


@pytest.fixture(autouse=True)
def _people(db: None) -> Iterator[None]:
    for address in (KNOWN, WITHOUT_PASSWORD):
        user = make_user(address)
        Registration.objects.create(facility=make_facility(), contact_email=address)
        EmailAddress.objects.create(user=user, email=address, verified=True, primary=True)
    User.objects.get(email=WITHOUT_PASSWORD).set_unusable_password()
    yield


def answered(name: str, address: str) -> tuple[Any, ...]:
    """Return everything an outsider sees of one try, and the work that it takes."""
    client = Client()
    typed = {key: value.format(address) for key, value in FORMS[name].items()}
    with work() as done:
        first = client.post(reverse(name), typed)
    pages = [first]
    if first.status_code == 302:
        pages.append(client.get(first["Location"]))
    seen = [(page.status_code, page.get("Location", ""), _plain(page, address)) for page in pages]
    return seen, sorted(client.cookies), done


@contextmanager
def work() -> Iterator[list[Any]]:
    """Count what answering costs: hashes of passwords, and every query; filled when the block ends."""
    done: list[Any] = []
    hasher = hashers.get_hasher()
    cache.clear()
    with (
        patch.object(type(hasher), "encode", autospec=True, side_effect=type(hasher).encode) as hashed,
        CaptureQueriesContext(connection) as asked,
    ):
        yield done
    done += [hashed.call_count, sorted(_shape(query["sql"]) for query in asked.captured_queries)]


def _shape(sql: str) -> tuple[str, ...]:
    """Return what the database does: the verb and the tables, however the values read."""
    verb = "SELECT" if sql.startswith("DECLARE") else sql.split()[0]
    return verb, *re.findall(r'(?:FROM|INTO|UPDATE) "(\w+)"', sql)


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


def test_applying_asking_saving_a_condition_and_inviting_take_the_same_work(
    sakura: Facility, sato: User, okada: User
) -> None:
    """An account and an earlier application of the address change nothing before somebody has proved it."""
    posting, other = make_published(sakura, sato, okada), make_published(sakura, sato, okada)
    applied(other, email=KNOWN)
    admin = signed_in(sato)
    invite = {"role": "member", "email": "{}"}
    condition = {"frequency": "daily", "submission_id": str(uuid4()), "email": "{}"}
    acts = [
        (Client(), apply_url(posting), answers(posting, email="{}")),
        (Client(), ask_url(posting), question(email="{}")),
        (Client(), f"{reverse('alerts:new')}?occ=nurse", condition),
        (admin, reverse("members:invite", args=[sakura.public_id]), invite),
    ]
    for client, url, typed in acts:
        client.get(url)  # what is read once is not part of the comparison
        costs = []
        Letter.objects.all().delete()  # nobody has been sent enough
        for address in (KNOWN, UNKNOWN):
            once = {"submission_id": str(uuid4())} if "submission_id" in typed else {}
            with work() as done:
                answer = client.post(url, {**typed, "email": address, **once})
            assert answer.status_code == 302, url
            costs.append(done)
        assert costs[0] == costs[1], url
