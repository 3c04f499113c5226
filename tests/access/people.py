"""Who knocks at every door: 30 people, or rather browsers, each with what it may be let in for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from allauth.account.models import EmailAddress
from django.test import Client
from django.utils import timezone

from facilities.models import Facility
from keynet.accounts.models import User
from tests.builders import make_user
from tests.cast import appointed, grown_old, prove, signed_in

Session = Literal["whole", "old", "one_step", "none"]


@dataclass(frozen=True)
class Actor:
    """One browser: whose it is, how its session stands, and where it is let in."""

    user: User | None
    session: Session = "whole"
    body: str = ""
    prefecture: str = ""
    roles: Mapping[str, str] = field(default_factory=dict)
    """House (see `related.Related.houses`) → admin or member; only current memberships of confirmed facilities."""

    def client(self) -> Client:
        """Return the browser, signed in as its session says."""
        if self.user is None or self.session == "none":
            return Client()
        if self.session == "one_step":
            client = Client()
            client.force_login(self.user)
            prove(client, self.user, method="password")
            return client
        client = signed_in(self.user)
        return grown_old(client) if self.session == "old" else client


def members(houses: Mapping[str, Facility], sato: User, suzuki: User, ito: User) -> dict[str, Actor]:
    """Return whoever works, or worked, for a facility."""
    abe, hayashi = make_user("abe@sakura.example", "阿部 恵"), make_user("hayashi@two.example", "林 二郎")
    clerk, waiting = make_user("clerk@yokohama.example", "市 職員"), make_user("waiting@new.example", "待 人")
    former, locked = (
        make_user("former@sakura.example", "元 職員"),
        make_user("locked@sakura.example", "停 止"),
    )
    for user, house, role in (
        (abe, "sakura", "member"),
        (hayashi, "sakura", "member"),
        (hayashi, "midori", "admin"),
        (clerk, "city", "admin"),
        (waiting, "unconfirmed", "admin"),
        (locked, "sakura", "admin"),
    ):
        houses[house].memberships.create(user=user, role=role)
    houses["sakura"].memberships.create(user=former, role="admin", left_at=timezone.now())
    User.objects.filter(pk=locked.pk).update(is_active=False)
    locked.refresh_from_db()
    of_sato = {"sakura": "admin", "branch": "admin"}
    return {
        "sato": Actor(sato, roles=of_sato),
        "sato_old": Actor(sato, "old", roles=of_sato),
        "sato_one_step": Actor(sato, "one_step", roles=of_sato),
        "abe": Actor(abe, roles={"sakura": "member"}),
        "abe_old": Actor(abe, "old", roles={"sakura": "member"}),
        "hayashi": Actor(hayashi, roles={"sakura": "member", "midori": "admin"}),
        "suzuki": Actor(suzuki, roles={"midori": "admin"}),
        "ito": Actor(ito, roles={"remote": "admin"}),
        "clerk": Actor(clerk, roles={"city": "admin"}),
        "former": Actor(former),
        "waiting": Actor(waiting),
        "locked": Actor(locked, "none"),
    }


def officials(okada: User, mori: User, yoshida: User, noda: User) -> dict[str, Actor]:
    """Return the people of the public bodies, one who left, and one without the second step."""
    retired = make_user("retired@office.example", "前 岡田")
    retired.appointments.create(body="office", ended_at=timezone.now())
    tokyo = appointed(make_user("tokyo@tokyo.example", "東 京子"), "prefecture", "13")
    nurses = appointed(make_user("nurses@tokyo.example", "東 野"), "nurse_center", "13")
    ogawa = appointed(make_user("ogawa@office.example", "小川 明"), "office")
    murata = appointed(make_user("murata@ministry.example", "村田 章"), "ministry")
    idle = [make_user(f"idle@{body}.example", "休 止") for body in ("office", "ministry")]
    for user, body in zip(idle, ("office", "ministry"), strict=True):
        appointed(user, body)
        user.is_active = False
        user.save(update_fields=["is_active"])
    return {
        "idle_officer": Actor(idle[0], "none"),
        "idle_of_ministry": Actor(idle[1], "none"),
        "okada": Actor(okada, body="office"),
        "okada_old": Actor(okada, "old", body="office"),
        "okada_one_step": Actor(okada, "one_step", body="office"),
        "ogawa": Actor(ogawa, body="office"),
        "mori": Actor(mori, body="ministry"),
        "mori_old": Actor(mori, "old", body="ministry"),
        "mori_one_step": Actor(mori, "one_step", body="ministry"),
        "murata": Actor(murata, body="ministry"),
        "yoshida": Actor(yoshida, body="prefecture", prefecture="14"),
        "yoshida_one_step": Actor(yoshida, "one_step", body="prefecture", prefecture="14"),
        "tokyo": Actor(tokyo, body="prefecture", prefecture="13"),
        "noda": Actor(noda, body="nurse_center", prefecture="14"),
        "nurses": Actor(nurses, body="nurse_center", prefecture="13"),
        "retired": Actor(retired),
    }


def seekers() -> dict[str, Actor]:
    """Return those who look for work: two with a proved address, one whose address nobody proved, and a guest."""
    people = {}
    for name, is_proved in (("nakamura", True), ("kimura", True), ("unproved", False)):
        user = make_user(f"{name}@seeker.example", name)
        EmailAddress.objects.create(user=user, email=user.email, verified=is_proved, primary=True)
        people[name] = Actor(user)
    return {**people, "guest": Actor(None, "none")}
