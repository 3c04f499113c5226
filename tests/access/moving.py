"""Every move of every lifecycle × everybody who could try it × rows of one's own and of others (moves.txt)."""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

from django.utils import timezone

from applications.lifecycle import APPLICATION, INQUIRY, INTERVIEW
from applications.models import Application, Inquiry, Interview
from facilities.lifecycle import ADDRESS_CHANGE, INVITATION, REGISTRATION
from facilities.models import AddressChange, Facility, Invitation, Membership, Registration
from facilities.permissions import administers_its_facility, may_end
from keynet.accounts.models import User
from keynet.lifecycle import Actor, Clock, Lifecycle, LinkHolder
from keynet.outbox.models.event import subject_key
from postings.alerts.lifecycle import CONDITION, RECRUITER
from postings.alerts.models import Recruiter, SavedCondition, Subscriber
from postings.lifecycle import COMPLAINT, POSTING
from postings.models import Complaint, Posting
from tests.access.related import HOUSE, Related

May = Callable[[Actor, Any], bool]
RELATIONS = ("own", "neighbour", "far", "masked")
LIFECYCLES: dict[str, Lifecycle] = {
    "posting": POSTING,
    "complaint": COMPLAINT,
    "application": APPLICATION,
    "inquiry": INQUIRY,
    "interview": INTERVIEW,
    "registration": REGISTRATION,
    "invitation": INVITATION,
    "address_change": ADDRESS_CHANGE,
    "recruiter": RECRUITER,
    "condition": CONDITION,
}
VERBS: dict[str, dict[str, May]] = {
    "membership": {"change_role": administers_its_facility, "end": may_end},
}
"""What is decided by a predicate alone: a membership has no states."""


def promises() -> dict[tuple[str, str], set[str]]:
    """Return who may, by noun and move."""
    text = (Path(__file__).parent / "moves.txt").read_text(encoding="utf-8")
    rows = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    return {(noun, move): set(kinds) for noun, move, *kinds in rows}


def predicates() -> dict[tuple[str, str], May]:
    """Return what decides about each move."""
    moves = {
        (noun, move.name): move.may for noun, table in LIFECYCLES.items() for move in table.moves.values()
    }
    return moves | {(noun, name): may for noun, verbs in VERBS.items() for name, may in verbs.items()}


def wrong_moves(related: Related, only: Collection[tuple[str, str]] | None = None) -> Iterator[str]:
    """Yield every difference between the table and what the product decides; about all moves, or about those named."""
    promised, rows = promises(), subjects(related)
    for (noun, move), may in predicates().items():
        if only is not None and (noun, move) not in only:
            continue
        for relation, row in rows[noun].items():
            for name, by in actors(related, row):
                expected = bool(kinds(related, noun, row, name, by) & promised[noun, move])
                if bool(may(by, row)) != expected:
                    yield f"{name} {noun}.{move} {relation}: {'may not' if expected else 'may'}"


def actors(related: Related, row: Any) -> Iterator[tuple[str, Actor]]:
    """Yield the people, the clock, and the holders of the row's own link and of others'."""
    for name, actor in related.actors.items():
        if actor.user and actor.session != "old" and actor.session != "one_step":
            yield name, actor.user
    if isinstance(row, Invitation):
        yield "invited", User(pk=0, email=row.email)
        yield "gone", User(pk=0, email=row.email, is_active=False)
    yield "clock", Clock()
    for subject in (*_links_of(row).values(), f"{subject_key(row)}0", "application:0", "posting:0"):
        yield subject, LinkHolder(subject)


def kinds(related: Related, noun: str, row: Any, name: str, by: Actor) -> set[str]:
    """Return what somebody is to a row, in the words of moves.txt."""
    masked = getattr(row.application if noun == "interview" else row, "masked_at", None)
    if isinstance(by, Clock):
        return {"clock"} if masked else {"clock", "known"}
    if isinstance(by, LinkHolder):
        return {kind for kind, subject in _links_of(row).items() if subject == by.subject}
    found = {"invited"} if name == "invited" else set[str]()
    if name not in related.actors:
        return found
    actor = related.actors[name]
    is_here = not masked and not getattr(row, "leaves_at", None)
    role = actor.roles.get(_house(related, row), "")
    found |= {actor.body, role, "member" if role else "", "answer" if role and not masked else ""}
    found |= {"hirer" if role and is_here else ""}
    if actor.body == "office" and isinstance(row, AddressChange) and row.asked_by != by:
        found.add("second")
    if isinstance(row, Membership) and row.user == by:
        found.add("self")
    return found - {""}


def _house(related: Related, row: Any) -> str:
    about = getattr(row, "application", row)
    about = getattr(about, "posting", about)
    facility = getattr(about, "facility", None)
    return next((name for name, house in related.houses.items() if house == facility), "")


def _links_of(row: Any) -> dict[str, str]:
    links = {"link": subject_key(row)}
    if isinstance(row, Posting) and row.registration_id:
        links["registration"] = f"registration:{row.registration_id}"
    if isinstance(row, Interview):
        links["application"] = subject_key(row.application)
    if isinstance(row, SavedCondition):
        links["subscriber"] = f"subscriber:{row.subscriber_id}"
    return links


def subjects(related: Related) -> dict[str, dict[str, Any]]:
    """Return one row of each noun by relation."""
    found: dict[str, dict[str, Any]] = {noun: {} for noun, _ in predicates()}
    for relation in RELATIONS:
        things = related.things[relation]
        posting = Posting.objects.numbered(things["number"]).get()
        found["posting"][relation] = posting
        found["application"][relation] = Application.objects.get(public_id=things["application"])
        found["inquiry"][relation] = Inquiry.objects.get(public_id=things["inquiry"])
        if relation == "masked":
            continue
        house = related.houses[HOUSE.get(relation, "sakura")]
        found["complaint"][relation] = Complaint.objects.get(pk=things["complaint"])
        found["interview"][relation] = Interview.objects.get(application__public_id=things["meeting"])
        found["invitation"][relation] = Invitation.objects.get(pk=things["invitation"])
        found["address_change"][relation] = AddressChange.objects.get(pk=things["change"])
        found["membership"][relation] = house.memberships.current().order_by("pk").first()
        found["registration"][relation] = _registration(posting, house)
    leaving = Application.objects.get(public_id=related.things["own"]["offered"])
    leaving.leaves_at = timezone.now()  # not saved: the predicates look at the row that they are given
    found["application"]["leaving"] = leaving
    found["recruiter"]["own"] = Recruiter.objects.get(pk=related.things["own"]["recruiter"])
    found["condition"]["own"] = _condition()
    return found


def _registration(posting: Posting, house: Facility) -> Registration:
    registration = Registration.objects.create(facility=house, received_at=timezone.now())
    Posting.objects.filter(pk=posting.pk).update(registration=registration)
    posting.registration = registration
    return registration


def _condition() -> SavedCondition:
    subscriber, _ = Subscriber.objects.get_or_create(address="nakamura@seeker.example")
    return SavedCondition.objects.create(subscriber=subscriber, query="occupation=nurse")
