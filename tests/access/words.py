"""Every page as everybody it is meant for, and the canaries that they find there."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from pypdf import PdfReader

from tests.access.holdings import Canaries
from tests.access.oracle import Rule, rules
from tests.access.related import HIDDEN_NAME, Related

OURS, BRANCH, NEIGHBOUR, FAR = (Canaries.of(name) for name in "甲乙丙丁")
AUDIENCE = {
    "sato": "facility",
    "abe": "facility",
    "hayashi": "facility",
    "suzuki": "facility",
    "ito": "facility",
    "okada": "office",
    "mori": "ministry",
    "yoshida": "prefecture",
    "tokyo": "prefecture",
    "noda": "nurse_center",
    "nurses": "nurse_center",
    "guest": "anyone",
}
OWN = {"sato": "own", "suzuki": "neighbour", "ito": "far", "tokyo": "far", "nurses": "far", "guest": "second"}
"""Whose objects are asked for; the others look at those of the first hospital."""

READS = {
    "sato": {OURS.people, OURS.staff, BRANCH.people, BRANCH.staff, HIDDEN_NAME},
    "abe": {OURS.people, OURS.staff},
    # In the name of さくら病院 she reads nothing of her other hospital.
    "hayashi": {OURS.people, OURS.staff},
    "suzuki": {NEIGHBOUR.people, NEIGHBOUR.staff},
    "ito": {FAR.people, FAR.staff},
    # Office and ministry read what facilities told the office, complaints, and who of a facility has an account.
    "okada": {w for c in (OURS, BRANCH, NEIGHBOUR, FAR) for w in (c.staff, c.complaint)} | {HIDDEN_NAME},
    "mori": {w for c in (OURS, BRANCH, NEIGHBOUR, FAR) for w in (c.staff, c.complaint)} | {HIDDEN_NAME},
    "yoshida": {HIDDEN_NAME},
    "tokyo": set(),
    "noda": {HIDDEN_NAME},
    "nurses": set(),
    "guest": set(),
}
WORDS = {w for c in (OURS, BRANCH, NEIGHBOUR, FAR) for w in (c.people, c.staff, c.complaint)} | {HIDDEN_NAME}
DISCLOSED = {
    "applications:apply": {HIDDEN_NAME},  # whoever applies is told to whom
    # In an emergency one person opens one application, with a reason, for a quarter of an hour; its facility is told.
    "office_privacy:opened": {OURS.people},
    "ministry_privacy:opened": {OURS.people},
}
MUST_READ = {
    "sato": {OURS.people, OURS.staff},
    "abe": {OURS.people},
    "hayashi": {OURS.people},
    "suzuki": {NEIGHBOUR.people},
    "ito": {FAR.people},
}
MUST_READ |= {"okada": {OURS.complaint, OURS.staff}, "mori": {OURS.complaint}}


def found_words(related: Related) -> Iterator[tuple[str, str, set[str]]]:
    """Yield who read which words on which page."""
    for who, audience in AUDIENCE.items():
        for rule in rules():
            if rule.who == audience and "GET" in rule.methods and (page := _page(related, rule, who)):
                yield who, rule.name, words_in(related.client(who).get(page))


def foreign_words(related: Related) -> Iterator[str]:
    """Yield every word that somebody read and that was not written for them."""
    for who, page, found in found_words(related):
        for word in found - DISCLOSED.get(page, set()) - READS[who]:
            yield f"{who} {page}: {word}"


def _page(related: Related, rule: Rule, who: str) -> str | None:
    return related.address(rule.name, who, OWN.get(who, "own"))


def words_in(answer: Any) -> set[str]:
    """Return the canaries that a person could find in an answer: its text, whatever the file, and its headers."""
    body = _text(
        answer.headers.get("Content-Type", ""), answer.getvalue() if answer.streaming else answer.content
    )
    return {word for word in WORDS if word in body or word in str(answer.headers)}


def _text(kind: str, body: bytes) -> str:
    if kind.startswith("application/pdf"):
        return "".join(page.extract_text() for page in PdfReader(BytesIO(body)).pages).replace("\n", "")
    if "spreadsheet" in kind and body:
        with ZipFile(BytesIO(body)) as file:
            return "".join(file.read(name).decode("utf-8") for name in file.namelist())
    return body.decode("utf-8", "replace")
