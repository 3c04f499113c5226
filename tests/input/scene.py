"""A world in which every page can be opened and nearly every form can be sent: states, links, people."""

from dataclasses import dataclass, field
from typing import Any

from allauth.account.models import EmailAddress
from django.core import signing
from django.test import Client
from django.urls import reverse

from applications import links
from applications.meeting.taking import take
from applications.models import Application, Inquiry
from facilities.invitations import PURPOSE as INVITED
from facilities.invitations import invite
from facilities.models import Facility
from facilities.models.invitation import VALID_FOR
from keynet.accounts import sign_up
from keynet.accounts.audience import audience_of
from keynet.accounts.first_login import issue_first_login
from keynet.accounts.models import User
from keynet.accounts.models.mail_proof import issue_code
from keynet.accounts.models.mailed_link import issue_link
from postings.alerts.conditions.links import MANAGE, START, STOP
from postings.alerts.invitations import PURPOSE as OPT_IN
from postings.alerts.models import Recruiter
from postings.alerts.stop_links import STOP as STOP_RECRUITER
from postings.forms.blocks import BLOCK_FORMS
from postings.models import Posting
from postings.registration.links import fresh_proof
from postings.upkeep.freshness.links import PURPOSE as KEPT_TRUE
from tests.access.oracle import routes
from tests.access.world import World, built
from tests.applications.test_meeting import offered
from tests.builders import (
    applicant_of,
    make_application,
    make_draft,
    make_facility,
    make_published,
    make_user,
)
from tests.cast import appointed, signed_in
from tests.postings.alerts.subscribers import ask, owner_of, save_condition
from tests.postings.clerk import Clerk

SEEKER = "nakamura@seeker.example"
BROWSERS = {
    "facility": "sato",
    "office": "okada",
    "ministry": "mori",
    "prefecture": "yoshida",
    "nurse_center": "noda",
    "person": "nakamura",
    "seeker": "nakamura",
}
"""Who opens the pages of an audience; the others are opened by a guest, "" for short."""

QUERIES = {"alerts:new": "?occ=nurse&pref=14"}
"""What a page asks for before it shows its form."""

Values = dict[str, Any]


@dataclass(frozen=True)
class Page:
    """One address, and who opens it there."""

    route: str
    who: str
    path: str


@dataclass
class Scene:
    """The browsers of its people, and every page of theirs."""

    world: World
    people: dict[str, User]
    tokens: dict[str, list[Values]]
    states: dict[str, list[Any]]
    known: dict[str, dict[str, str]]
    browsers: dict[str, Client]
    opened: dict[Page, Any] = field(default_factory=dict)

    def browser(self, who: str) -> Client:
        """Return the browser of one of the people, or of a guest."""
        return self.browsers[who]

    def open(self, page: Page) -> Any:
        """Return a page as it is shown; asked for once, since nothing that is sent here is kept."""
        if page not in self.opened:
            self.opened[page] = self.browser(page.who).get(page.path)
        return self.opened[page]

    def pages(self, *, only_html: bool = False) -> list[Page]:
        """Return every address of every route, in each state that opens something else there; or without the files."""
        found = [Page(route, who_opens(path), path) for route in routes() for path in self.paths(route)]
        return [page for page in found if not only_html or page.path.partition("?")[0].endswith("/")]

    def paths(self, route: str) -> list[str]:
        """Return the addresses of one route."""
        values = [{**self.world.values, **way} for way in self._ways(route)]
        query = QUERIES.get(route, "")
        return [
            reverse(route, kwargs={name: one[name] for name in routes()[route]}) + query for one in values
        ]

    def _ways(self, route: str) -> list[Values]:
        special = [self.world.special[route]] if route in self.world.special else []
        if special and not isinstance(special[0].get("number"), str):
            return special
        names = routes()[route]
        blocks = [{"block": name} for name in BLOCK_FORMS] if "block" in names else [{}]
        if "token" in names:
            longest = max((key for key in self.tokens if route.startswith(key)), key=len)
            return [{**facts, **block} for facts in self.tokens[longest] for block in blocks]
        for noun in {"application", "number"} & set(names):
            return special + [{noun: state, **block} for state in self.states[noun] for block in blocks]
        return [{}]


def who_opens(path: str) -> str:
    """Return whose page it is, by its address."""
    audience = audience_of(path)
    return BROWSERS[audience.name] if audience else ""


def once_a_route(scene: Scene) -> list[Page]:
    """Return one page of each route."""
    return list({page.route: page for page in reversed(scene.pages())}.values())


def build() -> Scene:
    """Add to the world of the access tests what opens forms: states, links and a seeker's account; sign everybody in."""
    sakura, midori = make_facility(name="さくら病院", city="横浜市中区"), make_facility(name="みどり病院")
    sato, suzuki = _admin(sakura, "sato@sakura.example"), _admin(midori, "suzuki@midori.example")
    okada, mori, yoshida, noda = (
        appointed(make_user(f"{body}@office.example"), body, prefecture)
        for body, prefecture in (
            ("office", ""),
            ("ministry", ""),
            ("prefecture", "14"),
            ("nurse_center", "14"),
        )
    )
    world = built(sakura, midori, sato, suzuki, okada, mori, yoshida, noda)
    nakamura = make_user(SEEKER, "中村 優子")
    EmailAddress.objects.create(user=nakamura, email=SEEKER, verified=True, primary=True)
    posting = make_published(sakura, sato, okada, headcount=9)
    rows = _in_every_state(posting, sato)
    states = {
        "application": [row.public_id for row in rows],
        "number": [world.values["number"], *(one.number for one in _postings(sakura, sato, okada))],
    }
    emergency = {"number": rows[0].number}
    known = {
        "safekeeping:hold": {"number": posting.number},
        "office_privacy:emergency": emergency,
        "ministry_privacy:emergency": emergency,
        "office_resets:new": {"email": sato.email},
        "office_recruiters:add": {"address": "other@recruiter.example"},
    }
    tokens = _tokens(world, rows, posting, sato)
    people = {**world.people, "nakamura": nakamura}
    browsers = {"": Client(), **{name: signed_in(person) for name, person in people.items()}}
    return Scene(world, people, tokens, states, known, browsers)


def _admin(facility: Facility, email: str) -> User:
    user = make_user(email)
    facility.memberships.create(user=user, role="admin")
    return user


def _postings(facility: Facility, member: User, officer: User) -> list[Posting]:
    """Return a draft, a posting that may be published, a paused one and a suspended one."""
    draft, checked = make_draft(facility), make_draft(facility)
    checked.submit(by=member)
    checked.confirm(by=officer)
    paused, suspended = (make_published(facility, member, officer) for _ in range(2))
    paused.pause(by=member)
    suspended.suspend(by=officer, reason="内容を確かめるため")
    return [draft, checked, paused, suspended]


def _in_every_state(posting: Posting, member: User) -> list[Application]:
    """Return one just received, one asked to choose a time, one with an interview, one offered work, one unproved."""
    fresh, asked, meeting, wanted, unproved = [
        make_application(posting, email=email)
        for email in (SEEKER, "b@b.example", "c@c.example", "d@d.example", "e@e.example")
    ]
    offered(asked, member, 10, 14)
    take(meeting, offered(meeting, member, 15)[0].pk, by=applicant_of(meeting))
    wanted.step("review", by=member)
    wanted.offer(by=member, stated_version=None)
    Application.objects.filter(pk=unproved.pk).update(status="unproved", submitted_at=None)
    issue_code(unproved)
    return [fresh, asked, meeting, wanted, unproved]


def _tokens(world: World, rows: list[Application], posting: Posting, member: User) -> dict[str, list[Values]]:
    """Return what opens the pages behind mailed links, by the longest beginning of their routes' names."""
    clerk = Clerk()
    clerk.fill_in()
    condition, waiting = save_condition(), ask(address="new@seeker.example")
    recruiter = Recruiter.objects.get()
    question = links.issue(Inquiry.objects.get(public_id=world.values["inquiry"]))
    owner = owner_of(condition)
    known = invite(posting.facility, "joins@sakura.example", "member", by=member)
    one: dict[str, Values] = {
        "registration:": {"token": clerk.sheet.split("/")[-2]},
        "registration:prove": {"token": fresh_proof(clerk.registration)},
        "recruiters:opt_in": {"token": issue_link(OPT_IN, recruiter, valid_for=VALID_FOR)},
        "recruiters:stop": {"token": STOP_RECRUITER.token(recruiter)},
        "alerts:": {"token": MANAGE.token(owner), "pk": condition.pk},
        "alerts:start": {"token": START.token(waiting)},
        "alerts:stop": {"token": STOP.token(owner)},
        "alerts:stop_one": {"token": MANAGE.token(owner), "pk": condition.pk},
        "current:": {"token": issue_link(KEPT_TRUE, posting, valid_for=VALID_FOR)},
        "accounts:first_login": {"token": issue_first_login(make_user("first@sakura.example"))},
        "accounts:new": {"token": signing.dumps("new@seeker.example", salt=sign_up.SALT)},
        "joining:join": {"token": issue_link(INVITED, known, valid_for=VALID_FOR)},
        "applications:inquiry": {"token": question},
    }
    applications = [{"token": links.issue(row)} for row in rows]
    return {**{name: [facts] for name, facts in one.items()}, "applications:": applications}
