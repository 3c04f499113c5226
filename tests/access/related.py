"""Objects by their relation to Sato, each with the canaries of its facility; everybody has some of their own."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from facilities.models import Facility
from keynet.accounts.models import User
from tests.access.bodies import held_by_bodies
from tests.access.holdings import Canaries, holdings, in_state
from tests.access.oracle import routes
from tests.access.people import Actor, members, officials, seekers
from tests.builders import make_facility, make_user

RELATIONS = ("own", "colleague", "second", "neighbour", "far", "draft", "paused", "closed", "masked")
FOREIGN = ("second", "neighbour", "far")
STATES = ("draft", "paused", "closed", "masked")
HOUSE = {"second": "branch", "neighbour": "midori", "far": "remote"}
"""Whose the objects of a relation are; those of the others belong to さくら病院."""

UNDER_OTHER_NAMES = {
    "complaint": (
        *("facility:complaint", "office:complaint", "ministry:complaint"),
        *("office:take_complaint", "office:ask_facility", "office:settle_complaint"),
    ),
    "membership": ("members:role", "members:remove"),
    "invitation": ("members:renew", "members:withdraw"),
    "reviewing": ("inbox:offer",),
    "offered": ("inbox:hire",),
    "meeting": ("inbox:interview_change", "inbox:interview_cancel", "inbox:calendar", "inbox:slot_withdraw"),
    "hired": ("hires:report", "hires:correct", "inbox:cancel"),
    "change": ("office_facilities:confirm_address", "office_facilities:drop_address"),
    "office_export": ("office_exports:one", "office_exports:file"),
    "ministry_export": ("ministry_exports:one", "ministry_exports:file"),
    "office_emergency": ("office_privacy:opened",),
    "ministry_emergency": ("ministry_privacy:opened",),
    "desk_address": ("prefecture:stop_address",),
    "center_address": ("nurse_center:stop_address",),
    "hold": ("safekeeping:lift",),
    "synonym": ("reference:synonym", "reference:drop_synonym"),
    "recruiter": ("office_recruiters:edit", "office_recruiters:invite", "office_recruiters:stop"),
    "letter": ("office_letters:again", "ministry_letters:again"),
}
NAMED = {route: noun for noun, names in UNDER_OTHER_NAMES.items() for route in names}
HIDDEN_NAME = "ひそやか分院"
"""The name of the second facility, all of whose postings hide it from the public."""
UNCONFIRMED_NAME = "まだ病院"
"""The name of a facility that the office has not confirmed."""

NOTHING = {"number": "KN-2611-999999999", "pk": 2**31 - 1, "place": "99"}
PLAIN = {
    "block": "work",
    "code": "14",
    "content": "doctors",
    "token": "x" * 43,
    "occupation": "nurse",
    "what": "stopped",
    "key": "x",
    "file": 0,
    "uidb36": "1",
}
"""What stands in addresses besides objects."""

OF_ONES_OWN = {"accounts:end_device": {"number": 1}, "mfa_remove_webauthn": {"pk": 1}}
"""What stands in addresses of the person's own things."""


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

    actors: dict[str, Actor]
    houses: dict[str, Facility]
    things: dict[str, dict[str, Any]]
    clients: dict[str, Client] = field(default_factory=dict)
    nothings: dict[tuple[str, str, str], bytes] = field(default_factory=dict)
    """What each of them gets for nothing at all (asking.py)."""

    @cached_property
    def people(self) -> dict[str, User]:
        """Return the people without their browsers."""
        return {name: actor.user for name, actor in self.actors.items() if actor.user}

    @cached_property
    def homes(self) -> dict[str, Facility]:
        """Return in whose name each member begins."""
        return {
            name: self.houses[next(iter(actor.roles))] for name, actor in self.actors.items() if actor.roles
        }

    @cached_property
    def signs(self) -> dict[str, tuple[str, ...]]:
        """Return by what an emergency is known: its address."""
        things = self.things
        return {
            f"{body} {whose}": (str(things[whose][f"{body}_emergency"]),)
            for body in ("office", "ministry")
            for whose in ("own", "colleague")
        }

    def client(self, who: str) -> Client:
        """Return the browser of one of them, always the same one."""
        if who not in self.clients:
            self.clients[who] = self.actors[who].client()
        return self.clients[who]

    def address(self, page: str, who: str, relation: str, house: str = "") -> str | None:
        """Return where that person finds (or would find) the object; None where there is no such object."""
        things, noun = self.things[relation], NAMED.get(page, "")
        return self._address(
            page,
            who,
            house,
            lambda name: (name != "public_id" and things.get(noun)) or things.get(name),
        )

    def nowhere(self, page: str, who: str, house: str = "") -> str | None:
        """Return the same address with an id that never was."""
        nothing = {} if NAMED.get(page) == "letter" else NOTHING
        return self._address(page, who, house, lambda name: nothing.get(name) or uuid4())

    def _address(self, page: str, who: str, house: str, pick: Any) -> str | None:
        place = self.actors[who].prefecture or "14"
        values: dict[str, Any] = {**PLAIN, "prefecture": place}
        if house in ("13", "14"):
            values["prefecture"] = house
        elif house or who in self.homes:
            values["facility"] = (self.houses[house] if house else self.homes[who]).public_id
        values |= OF_ONES_OWN.get(page, {})
        for name in routes()[page]:
            if name not in values:
                values[name] = pick(name)
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
    settings: Any,
) -> Related:
    """Build it through the product's own verbs."""
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = (
        29 * 60
    )  # `grown_old` makes it half an hour; the long forms take a while
    houses = {
        "sakura": sakura,
        "midori": midori,
        "branch": make_facility(name=HIDDEN_NAME, city="横浜市西区"),
        "remote": make_facility(name="やまびこ病院", prefecture="13", city="港区"),
        "city": make_facility(name="横浜市", kind="municipality", lg_code="141003"),
        "unconfirmed": make_facility(name=UNCONFIRMED_NAME, confirmed_at=None),
    }
    houses["branch"].memberships.create(user=sato, role="admin")
    ito, colleague = make_user("ito@yamabiko.example", "伊藤 学"), make_user("c@sakura.example", "同僚 進")
    houses["remote"].memberships.create(user=ito, role="admin")
    sakura.memberships.create(user=colleague, role="admin")
    ours = Canaries.of("甲")
    things = {
        "own": holdings(sakura, sato, okada, ours),
        "colleague": holdings(sakura, colleague, okada, ours),
        "second": holdings(houses["branch"], sato, okada, Canaries.of("乙"), name_visibility="hidden"),
        "neighbour": holdings(midori, suzuki, okada, Canaries.of("丙")),
        "far": holdings(houses["remote"], ito, okada, Canaries.of("丁")),
        **{state: in_state(state, sakura, sato, okada, ours) for state in STATES},
    }
    things["draft"]["public_id"] = houses["unconfirmed"].public_id
    houses["remote"].postings.update(work_prefecture="13", work_city="港区")
    for name, house in houses.items():
        Facility.objects.filter(pk=house.pk).update(registered_email=f"{name}@registered.example")
    actors = {**members(houses, sato, suzuki, ito), **officials(okada, mori, yoshida, noda), **seekers()}
    for relation, more in held_by_bodies(things, actors).items():
        things[relation] |= more
    return Related(actors, houses, things)
