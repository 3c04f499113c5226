"""What the public bodies hold: exports, emergencies, letter addresses, the office's tables; by relation to the asker."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.core.management import call_command
from django.utils import timezone

from applications.models import Application, Emergency
from applications.models.emergency import OPEN_FOR
from applications.reports.making import ask
from applications.reports.models import Export
from applications.safekeeping.emergencies import open_in_emergency
from applications.safekeeping.holding import hold
from facilities.access import ask_change
from facilities.models import Desk
from keynet.accounts.models import User
from keynet.outbox.models import Letter
from postings.alerts.models import Recruiter
from postings.models import Posting, Synonym
from tests.access.holdings import Canaries
from tests.access.people import Actor

LONG_WALK = timedelta(hours=1)
Held = dict[str, dict[str, Any]]
ONE_OF = {"office": ("okada", "ogawa"), "ministry": ("mori", "murata")}
"""Who asks, and a colleague of theirs."""


def held_by_bodies(things: Mapping[str, Any], actors: Mapping[str, Actor]) -> Held:
    """Return, for each relation, the parameters of the routes of the bodies' consoles."""
    people = {name: actor.user for name, actor in actors.items() if actor.user}
    application = Application.objects.get(public_id=things["own"]["application"])
    held: Held = defaultdict(dict)
    _changes_of_address(held, things, people["okada"])
    for body, other in (("office", "ministry"), ("ministry", "office")):
        (own, colleague), stranger = ONE_OF[body], ONE_OF[other][0]
        for relation, who, whose in (
            ("own", own, body),
            ("colleague", colleague, body),
            ("neighbour", stranger, other),
            ("closed", own, body),
        ):
            held[relation][f"{body}_export"] = _export(people[who], whose)
            held[relation][f"{body}_emergency"] = _emergency(application, people[who], whose)
        _grow_old(held["closed"], body)
        masked = Application.objects.get(public_id=things["masked"]["application"])
        held["masked"][f"{body}_emergency"] = _emergency(masked, people[own], body)
        held["draft"][f"{body}_export"] = _export(people[own], body, is_made=False)
    _tables(held, things, people["okada"])
    _letter_addresses(held)
    return held


def _changes_of_address(held: Held, things: Mapping[str, Any], officer: User) -> None:
    """Every hospital's page at the office, and another address that waits there for the second officer."""
    for relation, name in (("far", "丁"), ("neighbour", "丙"), ("second", "乙"), ("own", "甲")):
        words = Canaries.of(name)
        facility = Posting.objects.numbered(things[relation]["number"]).get().facility
        change = ask_change(facility, words.mail(words.staff), "担当者の退職のため", by=officer)
        held[relation] |= {"public_id": facility.public_id, "change": change.pk}


def _export(person: User, body: str, *, is_made: bool = True) -> UUID:
    export = ask(by=person, body=body, form="xlsx", purpose="報告", query="", rows=0, submission_id=uuid4())
    if is_made:
        Export.objects.filter(pk=export.pk).update(finished_at=timezone.now())
    return export.public_id


def _emergency(application: Application, person: User, body: str) -> UUID:
    reason = f"緊急カナリア{body}"
    opened = open_in_emergency(application, reason=reason, body=body, by=person)
    # The long forms take longer than the quarter of an hour.
    Emergency.objects.filter(pk=opened.pk).update(opened_at=timezone.now() + LONG_WALK)
    return opened.public_id


def _grow_old(ended: dict[str, Any], body: str) -> None:
    long_ago = timezone.now() - timedelta(days=2)
    Emergency.objects.filter(public_id=ended[f"{body}_emergency"]).update(opened_at=timezone.now() - OPEN_FOR)
    export = Export.objects.filter(public_id=ended[f"{body}_export"])
    export.update(finished_at=long_ago, deleted_at=timezone.now())


def _tables(held: Held, things: Mapping[str, Any], officer: User) -> None:
    call_command("load_reference", verbosity=0)
    posting = Posting.objects.numbered(things["own"]["number"]).get()
    recruiter = {"company": "架空社", "licence_number": "1", "address": "news@recruiter.example"}
    letter = {"kind": "account.mail", "subject": "user:1", "heading": "x", "status": "failed"}
    held["own"] |= {
        "hold": hold(posting, reason=Canaries.of("甲").staff, until=timezone.localdate(), by=officer).pk,
        "synonym": Synonym.objects.values_list("pk", flat=True)[0],
        "place": "14",
        "recruiter": Recruiter.objects.create(**recruiter).pk,
        "letter": Letter.objects.create(recipient="x@y.example", **letter).pk,
    }


def _letter_addresses(held: Held) -> None:
    """The own ones, those of the same body elsewhere, and those of the other body in the same prefecture."""
    for place in ("13", "14"):
        Desk.objects.create(kind="reception_desk", prefecture=place, name="受付窓口")
    kinds = {"desk_address": "prefectural_office", "center_address": "nurse_center"}
    for noun, kind in kinds.items():
        other = next(one for one in kinds.values() if one != kind)
        for relation, of, prefecture in (
            ("own", kind, "14"),
            ("far", kind, "13"),
            ("neighbour", other, "14"),
        ):
            desk, _ = Desk.objects.get_or_create(kind=of, prefecture=prefecture, defaults={"name": "窓口"})
            address = f"{noun}{prefecture}{relation}@desk.example"
            held[relation][noun] = desk.addresses.create(address=address).pk
