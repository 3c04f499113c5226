"""Whoever holds a mailed link: the right one of each page, and all the ones that must open nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core import signing
from django.urls import reverse
from django.utils import timezone

from applications import links
from applications.models import Application, Inquiry
from facilities.models import Facility, Invitation
from keynet.accounts import sign_up
from keynet.accounts.models import MailedLink
from keynet.accounts.models.mailed_link import issue_link
from postings.alerts import stop_links
from postings.alerts.conditions.links import MANAGE, START, STOP
from postings.alerts.models import Recruiter, SavedCondition, Subscriber
from postings.models import Posting
from tests.access.oracle import Rule, routes, rules
from tests.access.related import PLAIN, Related
from tests.builders import make_draft, make_user

P = MailedLink.Purpose
ROWS = {
    "joining": "invitation",
    "current": "posting",
    "recruiters": "opt_in",
    "registration": "registration",
    "applications": "application",
    "alerts": "manage",
}
OTHERS = {
    "registration:prove": "prove",
    "recruiters:stop": "stop_recruiter",
    "alerts:start": "start",
    "alerts:stop": "stop",
    "accounts:first_login": "first_login",
    "accounts:new": "new",
    "applications:accept": "offered",
    "applications:decline": "offered",
    "applications:interview_cancel": "meeting",
    "applications:calendar": "meeting",
}
PURPOSES = {
    "invitation": P.INVITATION,
    "posting": P.POSTING,
    "opt_in": P.RECRUITER_OPT_IN,
    "registration": P.REGISTRATION,
    "prove": P.PROVE_REGISTRATION,
    "application": P.APPLICATION,
    "offered": P.APPLICATION,
    "meeting": P.APPLICATION,
    "inquiry": P.INQUIRY,
    "first_login": P.FIRST_LOGIN,
}


@dataclass(frozen=True)
class Held:
    """Every token by its kind, and those that open nothing."""

    right: dict[str, str]
    rows: dict[str, Any]
    condition: SavedCondition

    def address(self, rule: Rule, token: str) -> str:
        """Return the page's address with a token."""
        values = {**PLAIN, "token": token, "pk": self.condition.pk}
        return reverse(rule.name, kwargs={name: values[name] for name in routes()[rule.name]})

    def own(self, rule: Rule) -> str:
        """Return the address by the right link."""
        return self.address(rule, self.right[kind_of(rule)])

    def wrong(self, rule: Rule) -> Iterator[tuple[str, str]]:
        """Yield the address by every link that must open nothing, with what is wrong with it."""
        kind = kind_of(rule)
        token = self.right[kind]
        yield "bent", self.address(rule, ("B" if token[0] == "A" else "A") + token[1:])
        for other, strange in self.right.items():
            if PURPOSES.get(other, other) != PURPOSES.get(kind, kind):
                yield f"for {other}", self.address(rule, strange)
        if kind in PURPOSES:
            for state, facts in (
                ("expired", {"expires_at": timezone.now() - timedelta(days=1)}),
                ("used", {"used_at": timezone.now()}),
            ):
                gone = issue_link(PURPOSES[kind], self.rows[kind], valid_for=timedelta(days=1))
                MailedLink.objects.filter(pk=MailedLink.objects.latest("pk").pk).update(**facts)
                yield state, self.address(rule, gone)


def kind_of(rule: Rule) -> str:
    """Return which link opens a page."""
    if ":inquiry" in rule.name:
        return "inquiry"
    return OTHERS.get(rule.name) or ROWS[rule.name.partition(":")[0]]


def link_pages() -> list[Rule]:
    """Return the pages behind links."""
    return [rule for rule in rules() if rule.who == "link"]


def links_of(related: Related) -> Held:
    """Return the links about Sato's hospital and its applicants, and those of a reader of saved conditions."""
    things, house = related.things["own"], related.houses["sakura"]
    recruiter = Recruiter.objects.get(pk=things["recruiter"])
    subscriber = Subscriber.objects.create(address="nozomi@seeker.example")
    condition = SavedCondition.objects.create(subscriber=subscriber, query="occupation=nurse")
    registration = _registration(house)
    rows = {
        **{
            kind: Application.objects.get(public_id=things[kind])
            for kind in ("application", "offered", "meeting")
        },
        "inquiry": Inquiry.objects.get(public_id=things["inquiry"]),
        "posting": Posting.objects.numbered(things["number"]).get(),
        "invitation": Invitation.objects.get(pk=things["invitation"]),
        "opt_in": recruiter,
        "registration": registration,
        "prove": registration,
        "first_login": make_user("fresh@sakura.example"),
    }
    right = {kind: issue_link(PURPOSES[kind], row, valid_for=links.VALID_FOR) for kind, row in rows.items()}
    right |= {
        "start": START.token(condition),
        "manage": MANAGE.token(subscriber),
        "stop": STOP.token(subscriber),
        "stop_recruiter": stop_links.STOP.token(recruiter),
        "new": signing.dumps("neu@seeker.example", salt=sign_up.SALT),
    }
    return Held(right, rows, condition)


def _registration(house: Facility) -> Any:
    posting = make_draft(house)
    contact = {"department": "看護部", "contact_name": "佐藤 花子", "contact_kana": "サトウ ハナコ"}
    contact |= {"contact_phone": "0456710000", "contact_email": "saiyo@sakura.example"}
    registration = house.registrations.create(status="unproved", **contact)
    Posting.objects.filter(pk=posting.pk).update(registration=registration)
    return registration
