"""Every page about one object × the object's relation to whoever asks (relations.txt): nobody learns what exists."""

import re
from typing import Any

import pytest

from tests.access.oracle import routes, rules
from tests.access.related import FOREIGN, OBJECTS, RELATIONS, Related, lines
from tests.access.test_matrix import fingerprint

pytestmark = pytest.mark.django_db

ONCE = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"|nonce="[^"]*"')
DRAWN = {"inbox:sheet"}
"""The page of `inbox:print` as PDF: the same view of the row, slow to draw."""


def about_an_object(method: str, *audiences: str) -> list[str]:
    """Return the routes that take the id of an object."""
    found = [rule for rule in rules() if rule.who in audiences and method in rule.methods]
    return [rule.name for rule in found if OBJECTS & set(routes()[rule.name])]


def wrong_answers(related: Related, pages: set[str] | None = None) -> list[str]:
    """Return every cell of relations.txt in which the product does not keep its promise."""
    wrong = []
    for line in lines():
        if pages is not None and line.page not in pages:
            continue
        client = related.client(line.who)
        missing = client.get(related.nowhere(line.page, line.who) or "")
        for relation in RELATIONS:
            address = related.address(line.page, line.who, relation)
            expected = line.answers[relation]
            assert (address is None) == (expected == "-"), (line, relation)
            if address is None:
                continue
            client.cookies.pop("messages", None)  # what a redirect before left to be told on the next page
            answer = client.get(address)
            if str(answer.status_code) != expected:
                wrong.append(f"{line.who} {line.page} {relation}: {answer.status_code}, not {expected}")
            elif expected == "404" and bare(answer) != bare(missing):
                wrong.append(f"{line.who} {line.page} {relation}: another 404 than for nothing")
    return wrong


def bare(answer: Any) -> bytes:
    """Return the page without what is new on every visit."""
    return ONCE.sub(b"", answer.content)


def test_every_page_about_one_object_has_its_line() -> None:
    pages = set(about_an_object("GET", "facility")) - DRAWN
    assert pages == {line.page for line in lines() if line.who == "sato"}


def test_every_answer_is_the_one_of_the_table(related: Related) -> None:
    assert not wrong_answers(related)


def test_no_verb_reaches_a_foreign_object_under_the_own_address(related: Related) -> None:
    client = related.client("sato")
    before = fingerprint()
    wrong = []
    for page in about_an_object("POST", "facility"):
        for relation in FOREIGN:
            address = related.address(page, "sato", relation) or ""
            answer = client.post(
                address, {"text": "x", "reason": "elsewhere", "headcount": "1", "to": "member"}
            )
            if answer.status_code != 404:
                wrong.append(f"{page} {relation}: {answer.status_code}")
    assert not wrong
    assert fingerprint() == before
