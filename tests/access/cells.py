"""Every cell of the oracle: page × method × person × relation × under whose address, and what is promised for it.

The promises come from matrix.txt (who may be there at all), relations.txt (what the right person gets for which object)
and the order in which the product asks: the audience, the second step, the membership, the role, the object.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.access.oracle import Rule, rules
from tests.access.people import Actor
from tests.access.related import HOUSE, RELATIONS, Line, lines

BODIES = ("office", "ministry", "prefecture", "nurse_center")
METHODS = ("GET", "HEAD", "POST")

LOGIN = "login"  # led to the login page of this site
NOTHING = "nothing"  # the 404 of an id that never was, byte for byte
BUTTON = "method"  # 405: not the method of this page
COLLEAGUE = "colleague"  # 403: of this facility, but no admin
AGAIN = "again"  # led to prove once more who it is
SECOND_STEP = "second step"
IN = "in"  # admitted: anything but a denial
KEPT_AS_IT_IS = "kept"  # admitted, or 403: what is masked is changed by nobody any more


@dataclass(frozen=True)
class Cell:
    """One question, and the promised answer: one of the words above, or a status."""

    page: str
    method: str
    who: str
    relation: str
    house: str
    promise: str


def cells(actors: dict[str, Actor]) -> Iterator[Cell]:
    """Return all of them, person by person within each page."""
    table = {(line.page, line.who): line for line in lines()}
    for rule in rules():
        if rule.who == "link" or rule.name in NOT_WALKED:
            continue
        for who, actor in actors.items():
            for relation in _relations(rule, actor):
                for house in _houses(rule, actor, relation):
                    for method in METHODS:
                        promise = _promise(rule, actor, who, method, relation, house, table)
                        if promise and _is_asked(promise, method, relation):
                            yield Cell(rule.name, method, who, relation, house, promise)


NOT_WALKED = {
    # Of the sign-in library, which has its own tests: what they answer depends on the session, not on rows.
    *("account_logout", "account_reset_password_from_key"),
}


def _relations(rule: Rule, actor: Actor) -> tuple[str, ...]:
    """Whoever is turned away before the object is looked at is asked about a few kinds of it; public pages are alike."""
    if not rule.takes_an_object:
        return ("own",)
    if actor.session in ("old", "one_step"):
        return ("own",)
    if rule.who == "anyone" and actor.user:
        return () if rule.name == "postings:sheet" else ("own", "draft")
    if rule.who == "anyone" or actor.roles or actor.body == rule.who:
        return RELATIONS
    return ("own", "far")


def _is_asked(promise: str, method: str, relation: str) -> bool:
    """What does not depend on the object (HEAD is GET, another method is none) is asked about the first one only."""
    return promise != "-" and (relation == "own" or (method != "HEAD" and promise != BUTTON))


def _houses(rule: Rule, actor: Actor, relation: str) -> list[str]:
    """Under which addresses: of whose the object is, and the person's own ones."""
    if rule.who == "facility":
        return list(dict.fromkeys((HOUSE.get(relation, "sakura"), *actor.roles)))
    if rule.who in ("prefecture", "nurse_center"):
        return ["14", "13"] if rule.takes_an_object else ["14"]
    return [""]


def _promise(
    rule: Rule,
    actor: Actor,
    who: str,
    method: str,
    relation: str,
    house: str,
    table: dict[tuple[str, str], Line],
) -> str:
    takes = ("GET" if method == "HEAD" else method) in rule.methods
    signed_in = actor.user is not None and actor.session != "none"
    if rule.who == "anyone":
        return _open_to_all(rule, method, relation, takes=takes, table=table)
    if not signed_in:
        return LOGIN
    if rule.who == "person":
        return _of_a_person(rule, actor, takes=takes)
    if rule.who == "facility":
        return _of_a_facility(rule, actor, method, relation, house, takes=takes, table=table)
    if rule.who == "nobody" and actor.session == "one_step" and rule.name.startswith(f"{actor.body}_"):
        return SECOND_STEP  # the console asks for it before it says that there is nothing
    if not _is_admitted(rule, actor, house):
        return NOTHING if takes or rule.who != "nobody" else ""
    if actor.session == "one_step":
        return SECOND_STEP
    if not takes:
        return BUTTON if actor.session == "whole" else ""
    if "fresh" in rule.marks and actor.session == "old":
        return AGAIN
    if not rule.takes_an_object:
        return IN
    line = table.get((rule.name, who)) or table.get((rule.name, LIKE.get(who, "")))
    return _answer(line, method, relation)


BY_LINK = {"accounts:new_address"}
"""A person and a link together: tests/accounts/test_address.py."""
LIKE = {"okada_old": "okada", "mori_old": "mori", "ogawa": "okada", "murata": "mori"}
"""Whose lines hold for whom, where they have none of their own."""


def _open_to_all(
    rule: Rule, method: str, relation: str, *, takes: bool, table: dict[tuple[str, str], Line]
) -> str:
    if not takes:
        return BUTTON
    if not rule.takes_an_object:
        return IN if method != "POST" else ""
    return _answer(table.get((rule.name, "guest")), method, relation)


def _of_a_person(rule: Rule, actor: Actor, *, takes: bool) -> str:
    if "fresh" in rule.marks and actor.session == "old" and takes and rule.name not in BY_LINK:
        return AGAIN
    if rule.takes_an_object or rule.name in BY_LINK or rule.name.startswith(("mfa_", "account_")):
        return ""  # rows of one's own only, and the library's pages: test_mine, test_sign_in
    if not takes:
        return BUTTON if actor.session == "whole" else ""
    return IN


def _of_a_facility(
    rule: Rule,
    actor: Actor,
    method: str,
    relation: str,
    house: str,
    *,
    takes: bool,
    table: dict[tuple[str, str], Line],
) -> str:
    if actor.session == "one_step":
        return SECOND_STEP
    fresh_first = {"inbox:file", "inbox:file_csv"}
    if rule.name in fresh_first and actor.session == "old":
        return AGAIN
    if not takes:
        return BUTTON
    role = actor.roles.get(house)
    if role is None:
        return NOTHING
    if "admin" in rule.marks and role != "admin":
        return COLLEAGUE
    if "fresh" in rule.marks and actor.session == "old":
        return AGAIN
    if "municipal" in rule.marks:
        return IN if house == "city" else NOTHING
    if not rule.takes_an_object:
        return IN
    if HOUSE.get(relation, "sakura") != house:
        return NOTHING if relation in table_columns(table, rule) else "-"
    line = table.get((rule.name, "sato"))
    return _answer(line, method, "own" if relation in HOUSE else relation)


def table_columns(table: dict[tuple[str, str], Line], rule: Rule) -> set[str]:
    """Return the relations for which there is an object of this page."""
    line = table.get((rule.name, "sato"))
    return {relation for relation, answer in line.answers.items() if answer != "-"} if line else set(HOUSE)


def _answer(line: Line | None, method: str, relation: str) -> str:
    """A page's answer stands in the table; a button's does, too, where nobody may reach the object."""
    if line is None:
        return ""
    answer = {"404": NOTHING, "in": IN}.get(line.answers[relation], line.answers[relation])
    if method != "POST" or answer in (NOTHING, "-", "403"):
        return answer
    return KEPT_AS_IT_IS if relation == "masked" else IN


def _is_admitted(rule: Rule, actor: Actor, house: str) -> bool:
    if rule.who not in BODIES or actor.body != rule.who:
        return False
    return not actor.prefecture or actor.prefecture == house
