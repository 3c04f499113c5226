"""Every page as everybody it is meant for, and the canaries that they find there."""

from collections.abc import Collection, Iterator, Mapping
from io import BytesIO
from types import MappingProxyType
from typing import Any
from zipfile import ZipFile

from pypdf import PdfReader

from keynet.vocabulary.contact import format_phone
from tests.access.holdings import DRAFT_TITLE, Canaries, domain_of, phone_of
from tests.access.oracle import Rule, rules
from tests.access.related import HIDDEN_NAME, UNCONFIRMED_NAME, Related

ALL = OURS, BRANCH, NEIGHBOUR, FAR = tuple(Canaries.of(name) for name in "甲乙丙丁")
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

TITLES = {OURS.title, BRANCH.title, NEIGHBOUR.title, FAR.title}
READS = {
    "sato": {w for c in (OURS, BRANCH) for w in (c.people, c.staff, c.title)} | {HIDDEN_NAME, DRAFT_TITLE},
    "abe": {OURS.people, OURS.staff, OURS.title, DRAFT_TITLE},
    # In the name of さくら病院 she reads nothing of her other hospital.
    "hayashi": {OURS.people, OURS.staff, OURS.title, DRAFT_TITLE},
    "suzuki": {NEIGHBOUR.people, NEIGHBOUR.staff, NEIGHBOUR.title},
    "ito": {FAR.people, FAR.staff, FAR.title},
    # Office and ministry read what facilities told the office, complaints, and who of a facility has an account.
    "okada": {w for c in ALL for w in (c.staff, c.complaint, c.title)} | {HIDDEN_NAME, "office own"},
    "mori": {w for c in ALL for w in (c.staff, c.complaint, c.title)} | {HIDDEN_NAME, "ministry own"},
    "yoshida": TITLES - {FAR.title} | {HIDDEN_NAME},
    "tokyo": {FAR.title},
    "noda": TITLES - {FAR.title} | {HIDDEN_NAME},
    "nurses": {FAR.title},
    "guest": TITLES,
}
WORDS = {w for c in ALL for w in (c.people, c.staff, c.complaint, c.title)} | {
    HIDDEN_NAME,
    UNCONFIRMED_NAME,
    DRAFT_TITLE,
}
SIGNS: dict[str, tuple[str, ...]] = {
    word: (word, domain_of(word), phone_of(word), format_phone(phone_of(word))) for word in sorted(WORDS)
}
"""By what each word is known: itself, or the address or telephone of who writes it."""
FILES_HOLD = {word for word in WORDS if word.startswith("施設")} | TITLES | {HIDDEN_NAME}
"""What the files of office and ministry may hold: never a word of an applicant or of a complaint."""
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


Visits = Collection[tuple[str, str]]
"""Who looks at which page."""


def found_words(related: Related, only: Visits | None = None) -> Iterator[tuple[str, str, set[str]]]:
    """Yield who read which words on which page: on all pages, or on those named."""
    for who, audience in AUDIENCE.items():
        for rule in rules():
            if rule.who != audience or "GET" not in rule.methods:
                continue
            if (only is None or (who, rule.name) in only) and (page := _page(related, rule, who)):
                yield who, rule.name, words_in(related.client(who).get(page), related.signs)


def foreign_words(related: Related, only: Visits | None = None) -> Iterator[str]:
    """Yield every word that somebody read and that was not written for them."""
    for who, page, found in found_words(related, only):
        for word in found - may_read(who, page):
            yield f"{who} {page}: {word}"


def may_read(who: str, page: str) -> set[str]:
    """Return the words that may stand there: a page about one thing says nothing of another facility."""
    whose = {"own": OURS, "second": BRANCH, "neighbour": NEIGHBOUR, "far": FAR}[OWN.get(who, "own")]
    is_about_one = next(rule for rule in rules() if rule.name == page).takes_an_object
    others = {w for c in ALL if c != whose for w in (c.people, c.staff, c.complaint)}
    return (READS[who] | DISCLOSED.get(page, set())) - (others if is_about_one else set())


def _page(related: Related, rule: Rule, who: str) -> str | None:
    return related.address(rule.name, who, OWN.get(who, "own"))


def words_in(answer: Any, more: Mapping[str, tuple[str, ...]] = MappingProxyType({})) -> set[str]:
    """Return the canaries that a person could find in an answer: its text, whatever the file, and its headers."""
    body = _text(
        answer.headers.get("Content-Type", ""), answer.getvalue() if answer.streaming else answer.content
    )
    said = f"{body}{answer.headers}"
    return {word for word, signs in {**SIGNS, **more}.items() if any(sign in said for sign in signs)}


def _text(kind: str, body: bytes) -> str:
    if kind.startswith("application/pdf"):
        return "".join(page.extract_text() for page in PdfReader(BytesIO(body)).pages).replace("\n", "")
    if "spreadsheet" in kind and body:
        with ZipFile(BytesIO(body)) as file:
            return "".join(file.read(name).decode("utf-8") for name in file.namelist())
    return body.decode("utf-8", "replace")
