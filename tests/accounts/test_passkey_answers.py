"""What a browser says of a passkey may be anything: it is a page with a sentence, never a broken one."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from keynet.accounts.models import User
from keynet.accounts.passkey_forms import UNREADABLE
from tests.cast import signed_in

pytestmark = pytest.mark.django_db
PARTS = {"clientDataJSON": "e30", "authenticatorData": "AAAA", "signature": "AAAA", "attestationObject": "oA"}
ANSWER: dict[str, Any] = {"id": "AAAA", "rawId": "AAAA", "type": "public-key", "response": PARTS}
BROKEN = [
    "[" * 3000,
    "9" * 5000,
    '"\\ud800"',
    "NaN",
    json.dumps([1]),
    json.dumps({"id": 1}),
    json.dumps(ANSWER),
    json.dumps(ANSWER | {"id": "あ", "rawId": "あ"}),
    json.dumps(ANSWER | {"rawId": "\ud800"}),
    json.dumps(ANSWER | {"response": []}),
    json.dumps(ANSWER | {"response": PARTS | {"clientDataJSON": 1}}),
]


@pytest.mark.parametrize("answer", BROKEN, ids=range(len(BROKEN)))
def test_a_guests_answer_leads_back_to_the_login(client: Client, answer: str) -> None:
    led = client.post(reverse("mfa_login_webauthn"), {"credential": answer})
    assert led.status_code == 302 and led["Location"] == reverse("account_login")


def test_the_login_says_what_to_do(client: Client) -> None:
    page = client.post(reverse("mfa_login_webauthn"), {"credential": '{"id": 1}'}, follow=True)
    assert UNREADABLE in page.content.decode()


@pytest.mark.parametrize("answer", BROKEN, ids=range(len(BROKEN)))
def test_a_members_answer_is_asked_for_again(sato: User, answer: str) -> None:
    browser = signed_in(sato)
    for page in ("mfa_add_webauthn", "mfa_reauthenticate_webauthn"):
        assert browser.post(reverse(page), {"credential": answer, "name": "x"}).status_code in (200, 302)
