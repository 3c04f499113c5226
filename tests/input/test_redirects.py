"""Wherever an address to go on to is taken from a request, it never leads to another site."""

from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from keynet.accounts.models import User
from postings.models import Posting
from tests.builders import make_published
from tests.cast import grown_old, signed_in
from tests.input.corpus import Dealer, category
from tests.input.sending import Sender

pytestmark = pytest.mark.django_db
PASSWORD = "とても長い合言葉です"


@pytest.fixture
def posting(sakura: object, sato: User, okada: User) -> Posting:
    return make_published(sakura, sato, okada)  # type: ignore[arg-type]


def test_no_address_in_a_request_leads_away(sender: Sender, posting: Posting, sato: User) -> None:
    asked = Dealer().asked
    guest, member = Client(), grown_old(signed_in(sato))
    values = category("redirects")
    for value in values if asked else values[::19]:
        saved = {"number": posting.number, "next": value.text}
        login = {"login": sato.email, "password": PASSWORD, "next": value.text}
        told = f"?next={value.id}"
        stays(sender, sender.send(guest, "post", reverse("postings:keep"), told, data=saved), value.text)
        stays(sender, sender.send(guest, "post", reverse("postings:let_go"), told, data=saved), value.text)
        for page in (
            "account_login",
            "account_logout",
            "account_reauthenticate",
            "mfa_authenticate",
            "account_signup",
        ):
            query = {"next": value.text[:3000]}
            stays(sender, sender.send(member, "get", reverse(page, query=query), told), value.text)
            stays(sender, sender.send(Client(), "post", reverse(page), told, data=login), value.text)
        invite = reverse("members:invite", args=[posting.facility.public_id])
        stays(sender, sender.send(member, "post", invite, told, HTTP_REFERER=value.text), value.text)


def stays(sender: Sender, answer: object, value: str) -> None:
    """Note an answer that leads to another site, as browsers read addresses."""
    location = getattr(answer, "headers", {}).get("Location", "/")
    read = location.replace("\\", "/").replace("\t", "").strip()
    if (
        read.startswith("//")
        or urlsplit(read).netloc not in ("", "testserver")
        or urlsplit(read).scheme not in ("", "http")
    ):
        sender.fault(f"{value!r} leads to {location}")
