"""Objects by their relation to Sato, each with the canaries of its facility; everybody has some of their own."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from facilities.models import Facility
from keynet.accounts.models import User
from tests.access.holdings import Canaries, holdings, in_state
from tests.access.oracle import routes
from tests.builders import make_facility, make_user
from tests.cast import appointed, signed_in

RELATIONS = ("own", "colleague", "second", "neighbour", "far", "draft", "paused", "closed", "masked")
FOREIGN = ("second", "neighbour", "far")
STATES = ("draft", "paused", "closed", "masked")
PLACES = {"yoshida": "14", "noda": "14", "tokyo": "13"}
UNDER_OTHER_NAMES = {
    "complaint": ("facility:complaint", "office:complaint", "ministry:complaint"),
    "membership": ("members:role", "members:remove"),
    "invitation": ("members:renew", "members:withdraw"),
    "hired": ("hires:report", "hires:correct"),
}
NAMED = {route: noun for noun, names in UNDER_OTHER_NAMES.items() for route in names}
OBJECTS = {"number", "application", "inquiry", "batch", "template", "pk"}
HIDDEN_NAME = "ひそやか分院"
"""The name of the second facility, all of whose postings hide it from the public."""

NOTHING = {"number": "KN-2611-999999999", "pk": 2**31 - 1}


@dataclass(frozen=True)
class Line:
    """What one person gets at one page, by relation."""

    page: str
    who: str
    answers: dict[str, str]


def lines() -> list[Line]:
    """Return the promises of relations.txt."""
    text = (Path(__file__).parent / "relations.txt").read_text(encoding="utf-8")
    rows = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    return [Line(page, who, dict(zip(RELATIONS, answers, strict=True))) for page, who, *answers in rows]


@dataclass
class Related:
    """Who asks, under whose address, and for what."""

    people: dict[str, User]
    homes: dict[str, Facility]
    things: dict[str, dict[str, Any]]

    def client(self, who: str) -> Client:
        """Return the browser of one of the people, or of a guest."""
        return signed_in(self.people[who]) if who in self.people else Client()

    def address(self, page: str, who: str, relation: str) -> str | None:
        """Return where that person finds (or would find) the object; None where there is no such object."""
        things = self.things[relation]
        return self._address(page, who, lambda name: things.get(NAMED.get(page, ""), things.get(name)))

    def nowhere(self, page: str, who: str) -> str | None:
        """Return the same address with an id that never was."""
        return self._address(page, who, lambda name: NOTHING.get(name) or uuid4())

    def _address(self, page: str, who: str, pick: Any) -> str | None:
        place = PLACES.get(who, "14")
        values: dict[str, Any] = {"block": "work", "prefecture": place, "code": place}
        if who in self.homes:
            values["facility"] = self.homes[who].public_id
        for name in routes()[page]:
            values.setdefault(name, pick(name))
        wanted = {name: values[name] for name in routes()[page]}
        return None if None in wanted.values() else reverse(page, kwargs=wanted)


@pytest.fixture
def related(
    sakura: Facility,
    midori: Facility,
    sato: User,
    suzuki: User,
    okada: User,
    mori: User,
    yoshida: User,
    noda: User,
) -> Related:
    """Build it through the product's own verbs."""
    branch = make_facility(name=HIDDEN_NAME, city="横浜市西区")
    branch.memberships.create(user=sato, role="admin")
    remote = make_facility(name="やまびこ病院", prefecture="13", city="港区")
    ito = make_user("ito@yamabiko.example", "伊藤 学")
    remote.memberships.create(user=ito, role="admin")
    colleague = make_user("colleague@sakura.example", "同僚 進")
    sakura.memberships.create(user=colleague, role="admin")
    ours = Canaries.of("甲")
    things = {
        "own": holdings(sakura, sato, okada, ours),
        "colleague": holdings(sakura, colleague, okada, ours),
        "second": holdings(branch, sato, okada, Canaries.of("乙"), name_visibility="hidden"),
        "neighbour": holdings(midori, suzuki, okada, Canaries.of("丙")),
        "far": holdings(remote, ito, okada, Canaries.of("丁")),
        **{state: in_state(state, sakura, sato, okada, ours) for state in STATES},
    }
    _move_to_tokyo(remote)
    people = {"sato": sato, "suzuki": suzuki, "ito": ito, "okada": okada, "mori": mori}
    people |= {"yoshida": yoshida, "noda": noda}
    people["tokyo"] = appointed(make_user("tokyo@tokyo.example"), "prefecture", "13")
    homes = {"sato": sakura, "suzuki": midori, "ito": remote}
    return Related(people, homes, things)


def _move_to_tokyo(facility: Facility) -> None:
    facility.postings.update(work_prefecture="13", work_city="港区")
