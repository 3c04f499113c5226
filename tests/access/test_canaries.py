"""Every page as everybody it is meant for: nobody reads a word that was written for somebody else."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.access.holdings import Canaries
from tests.access.oracle import Rule, rules
from tests.access.related import HIDDEN_NAME, Related

pytestmark = pytest.mark.django_db

OURS, BRANCH, NEIGHBOUR, FAR = (Canaries.of(name) for name in "甲乙丙丁")
AUDIENCE = {
    "sato": "facility",
    "suzuki": "facility",
    "ito": "facility",
    "okada": "office",
    "mori": "ministry",
    "yoshida": "prefecture",
    "tokyo": "prefecture",
    "noda": "nurse_center",
    "guest": "anyone",
}
OWN = {"sato": "own", "suzuki": "neighbour", "ito": "far", "tokyo": "far", "guest": "second"}
"""Whose objects are asked for; the others look at those of the first hospital."""

READS = {
    "sato": {OURS.people, OURS.staff, BRANCH.people, BRANCH.staff, HIDDEN_NAME},
    "suzuki": {NEIGHBOUR.people, NEIGHBOUR.staff},
    "ito": {FAR.people, FAR.staff},
    # Office and ministry read what facilities told the office, complaints, and who of a facility has an account.
    "okada": {w for c in (OURS, BRANCH, NEIGHBOUR, FAR) for w in (c.staff, c.complaint)} | {HIDDEN_NAME},
    "mori": {w for c in (OURS, BRANCH, NEIGHBOUR, FAR) for w in (c.staff, c.complaint)} | {HIDDEN_NAME},
    "yoshida": {HIDDEN_NAME},
    "tokyo": set(),
    "noda": {HIDDEN_NAME},
    "guest": set(),
}
WORDS = {w for c in (OURS, BRANCH, NEIGHBOUR, FAR) for w in (c.people, c.staff, c.complaint)} | {HIDDEN_NAME}
DISCLOSED = {"applications:apply": {HIDDEN_NAME}}  # whoever applies is told to whom
MUST_READ = {"sato": {OURS.people, OURS.staff}, "suzuki": {NEIGHBOUR.people}, "ito": {FAR.people}}
MUST_READ |= {"okada": {OURS.complaint, OURS.staff}, "mori": {OURS.complaint}}


def test_nobody_reads_a_word_written_for_somebody_else(related: Related) -> None:
    wrong, read = [], {who: set[str]() for who in AUDIENCE}
    for who, audience in AUDIENCE.items():
        client = related.client(who)
        for rule in rules():
            if rule.who == audience and "GET" in rule.methods and (page := _page(related, rule, who)):
                found = words_in(client.get(page)) - DISCLOSED.get(rule.name, set())
                read[who] |= found
                wrong += [f"{who} {rule.name}: {word}" for word in found - READS[who]]
    assert not wrong
    unread = {who: words - read[who] for who, words in MUST_READ.items() if words - read[who]}
    assert not unread, "the walk did not come to the pages where these stand"


def _page(related: Related, rule: Rule, who: str) -> str | None:
    return related.address(rule.name, who, OWN.get(who, "own"))


def words_in(answer: Any) -> set[str]:
    """Return the canaries that a person could find in an answer: its body and its headers."""
    body = (answer.getvalue() if answer.streaming else answer.content).decode("utf-8", "replace")
    return {word for word in WORDS if word in body or word in str(answer.headers)}


def test_the_list_of_applicants_as_a_file_names_nobody_of_another_facility(related: Related) -> None:
    answer = related.client("suzuki").post(
        reverse("inbox:file_csv", args=[related.homes["suzuki"].public_id]), {"reason": "選考のため"}
    )
    assert answer.status_code == 200
    assert words_in(answer) <= READS["suzuki"]
    assert NEIGHBOUR.people in words_in(answer)


def test_a_hidden_name_is_not_found_by_searching_for_it(related: Related, client: Client) -> None:
    for page in ("postings:search", "postings:search_csv", "postings:feed"):
        answer = client.get(reverse(page), {"q": HIDDEN_NAME})
        numbers = related.things["second"]["number"].encode()
        body = answer.getvalue() if answer.streaming else answer.content
        assert numbers not in body, page
