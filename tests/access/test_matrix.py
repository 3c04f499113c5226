"""Every URL × the whole cast: right person in, stranger 404, guest to the login page, nothing written by the denied."""

from typing import Any

import pytest
from django.test import Client

from tests.access.database import fingerprint
from tests.access.oracle import Rule, routes, rules
from tests.access.world import INTERNAL, SECRET, World
from tests.cast import signed_in

pytestmark = pytest.mark.django_db

MEMBERS = {
    "facility": {"sato"},
    "office": {"okada"},
    "ministry": {"mori"},
    "prefecture": {"yoshida"},
    "nurse_center": {"noda"},
    "nobody": set(),
}
CONSOLES = [rule for rule in rules() if rule.who in MEMBERS]
OPEN = [rule for rule in rules() if rule.who in {"anyone", "link"}]


def test_every_url_is_in_the_matrix_and_every_line_has_a_url() -> None:
    assert {rule.name for rule in rules()} == set(routes())


def test_no_url_is_named_twice() -> None:
    names = [rule.name for rule in rules()]
    assert len(names) == len(set(names))


def test_consoles_open_for_their_people_only(world: World) -> None:
    wrong = []
    for name, person in world.people.items():
        client = signed_in(person)
        for rule in CONSOLES:
            answer = client.get(world.address(rule))
            if not _as_promised(rule, answer, admitted=name in MEMBERS[rule.who]):
                wrong.append(f"{name} {rule.name}: {answer.status_code}")
            if name != "sato" and _tells(SECRET, answer):
                wrong.append(f"{name} {rule.name}: reads an applicant's words")
            if name not in {"sato", "okada", "mori"} and _tells(f"{INTERNAL}さくら病院", answer):
                wrong.append(f"{name} {rule.name}: reads what is not theirs")
    assert not wrong


def _tells(words: str, answer: Any) -> bool:
    content = answer.getvalue() if answer.streaming else answer.content
    return words in content.decode("utf-8", "replace")


def _as_promised(rule: Rule, answer: Any, *, admitted: bool) -> bool:
    if not admitted:
        # A wrong method may be refused before anybody is looked at; it says nothing about what exists.
        return answer.status_code == 404 or ("GET" not in rule.methods and answer.status_code == 405)
    if "GET" not in rule.methods:
        return answer.status_code == 405
    return answer.status_code in {200, 302, 409}


def test_a_guest_is_sent_to_the_login_page_of_this_site(world: World, client: Client) -> None:
    wrong = []
    for rule in [*CONSOLES, *(rule for rule in rules() if rule.who == "person")]:
        for answer in (client.get(world.address(rule)), client.post(world.address(rule))):
            if answer.status_code != 302 or not answer["Location"].startswith("/account/login/"):
                wrong.append(f"{rule.name}: {answer.status_code}")
    assert not wrong


def test_a_denied_post_changes_nothing(world: World) -> None:
    clients = {name: signed_in(person) for name, person in world.people.items()}
    before = fingerprint()
    wrong = []
    for rule in CONSOLES:
        for name, client in clients.items():
            if name not in MEMBERS[rule.who]:
                answer = client.post(world.address(rule), {"reason": "filled", "headcount": "1", "text": "x"})
                expected = {404} if "POST" in rule.methods else {404, 405}
                if answer.status_code not in expected:
                    wrong.append(f"{name} {rule.name}: {answer.status_code}")
    assert not wrong
    assert fingerprint() == before


def test_open_pages_answer_everybody_and_secret_links_nobody_without_the_link(
    world: World, client: Client
) -> None:
    wrong = []
    for rule in OPEN:
        answer = client.get(world.address(rule))
        expected = {404, 405, 410} if rule.who == "link" else {200, 302}
        if rule.who == "anyone" and "GET" not in rule.methods:
            expected = {405}
        if answer.status_code not in expected:
            wrong.append(f"{rule.name}: {answer.status_code}")
        if _tells(SECRET, answer) or _tells(INTERNAL, answer):
            wrong.append(f"{rule.name}: shows what is not public")
    assert not wrong


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE"])
def test_other_methods_are_refused(world: World, method: str) -> None:
    clients = {who: signed_in(world.people[min(names)]) for who, names in MEMBERS.items() if names}
    wrong = []
    for rule in rules():
        client = clients.get(rule.who) or signed_in(world.people["sato"])
        answer = client.generic(method, world.address(rule))
        if answer.status_code != 405:
            wrong.append(f"{rule.name}: {answer.status_code}")
    assert not wrong


def test_a_stranger_sees_no_difference_between_foreign_and_missing(world: World) -> None:
    client = signed_in(world.people["suzuki"])
    for rule in CONSOLES:
        if rule.who == "facility" and "GET" in rule.methods:
            foreign = client.get(world.address(rule))
            missing = client.get("/facility/00000000-0000-4000-8000-000000000000/postings/")
            assert _without_token(foreign) == _without_token(missing), rule.name


def _without_token(answer: Any) -> bytes:
    lines = answer.content.split(b"\n")
    return b"\n".join(line for line in lines if b"csrfmiddlewaretoken" not in line)
