"""Whatever is sent: never a 5xx, and what could be read is shown again (reliability.md 4)."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from applications import links
from applications.models import Application, Inquiry
from facilities.models import Facility
from keynet.accounts.models import User
from postings.models import Posting
from tests.applications.filling import INVITATION, answers, apply_url, ask_url, question
from tests.builders import make_application, make_published
from tests.cast import signed_in

pytestmark = pytest.mark.django_db

BAD = [
    "\x00",
    "a\x00b",
    "a\r\nBcc: x@y.example",
    "\u2028",
    "\ufffe",
    "あ" * 20_000,
    "9" * 5_000,
    "-1",
    "9223372036854775808",
    "NaN",
    "=1+1",
    "<script>alert(1)</script>",
    "{{ 1 }}{% now %}",
    "' OR 1=1 --",
    "𠮷野家 葛󠄀城",
    "\u202e",
    "a@b@c",
    "2026-02-30",
]
LONE_SURROGATE = (
    b"family_name=%ED%A0%80&text=%ED%A0%80&code=%ED%A0%80&step=look&name=%ED%A0%80&email=%ED%A0%80"
)
FORM = "application/x-www-form-urlencoded"


def survives(client: Client, address: str, typed: dict[str, Any]) -> None:
    for name in typed:
        for value in BAD:
            answer = client.post(address, {**typed, name: value})
            assert answer.status_code < 500, (address, name, value[:20])


def test_the_application_form_survives_anything(client: Client, posting: Posting) -> None:
    survives(client, apply_url(posting), answers(posting, step="look"))
    assert client.post(apply_url(posting), LONE_SURROGATE, content_type=FORM).status_code == 200
    assert not Application.objects.exists()


@pytest.mark.parametrize(
    "name", ["submission_id", "version", "agreed", "licences", "interview_wish", "email"]
)
def test_hidden_fields_survive_tampering(client: Client, posting: Posting, name: str) -> None:
    for value in BAD:
        assert client.post(apply_url(posting), answers(posting, **{name: value})).status_code < 500


def test_the_same_form_number_for_another_posting_is_another_application(
    client: Client, posting: Posting, sakura: Facility, sato: User, okada: User
) -> None:
    other = make_published(sakura, sato, okada)
    typed = answers(posting)
    client.post(apply_url(posting), typed)
    client.post(apply_url(other), {**typed, "version": other.version, "email": "second@seeker.example"})
    assert {application.posting for application in Application.objects.all()} == {posting, other}


def test_the_question_and_the_code_survive_anything(client: Client, posting: Posting) -> None:
    survives(client, ask_url(posting), question(name=""))
    assert client.post(ask_url(posting), LONE_SURROGATE, content_type=FORM).status_code == 200
    page = client.post(ask_url(posting), question())["Location"]
    survives(client, f"{page}prove/", {"code": "1"})
    assert Inquiry.objects.latest("pk").status == "unproved"


def test_a_megabyte_is_refused_in_plain_words(client: Client, posting: Posting) -> None:
    answer = client.post(apply_url(posting), answers(posting, message="あ" * 400_000))
    assert answer.status_code in (200, 400, 413)


def test_the_facilitys_forms_survive_anything(posting: Posting, sato: User) -> None:
    application = make_application(posting)
    application.step("review", by=sato)
    client = signed_in(sato)
    place = [posting.facility.public_id, application.public_id]
    survives(client, reverse("inbox:invite", args=place), {**INVITATION, "step": "look"})
    survives(
        client,
        reverse("inbox:offer", args=place),
        {"text": "x", "version": "1", "stated": "", "step": "look"},
    )
    application.offer(by=sato, stated_version=None)
    dates = {f"{name}_{part}": "1" for name in ("starts_on", "licence_seen_on") for part in "ymd"}
    survives(
        client,
        reverse("inbox:hire", args=place),
        {**dates, "licence_seen_by": "x", "terms_differ": "1", "text": "x", "step": "look"},
    )
    assert Application.objects.get().status == "offered"


@pytest.mark.parametrize(
    "query",
    [
        "status=zzz",
        "posting=abc",
        "posting=9223372036854775808",
        "posting=-1",
        "page=99999999999999999999",
        "page=-1",
    ],
)
def test_the_lists_survive_any_condition(posting: Posting, sato: User, query: str) -> None:
    make_application(posting)
    for name in ("applications", "inquiries"):
        base = reverse(f"inbox:{name}", args=[posting.facility.public_id])
        assert signed_in(sato).get(f"{base}?{query}").status_code == 200


@pytest.mark.parametrize(
    "number", ["KN-2611-999999999999", "KN-0000-000001", "KN-2611-0000001", "x", "KN-2611-１２３４５６"]
)
def test_an_unknown_number_is_not_found(client: Client, posting: Posting, number: str) -> None:
    assert client.get(f"/postings/{number}/apply/").status_code == 404


def test_a_token_of_any_shape_is_not_found(client: Client, posting: Posting) -> None:
    token = links.issue(make_application(posting))
    for broken in (token[:-1], f"{token}.", token.swapcase(), "x" * 3_000, "%ED%A0%80", "あ"):
        assert client.get(f"/applications/{broken}/").status_code in (400, 404)
