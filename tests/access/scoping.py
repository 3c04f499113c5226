"""The rows that each scope of the product gives to each person, against scopes.txt."""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

from applications.models import Application, Emergency, Hire, Inquiry
from applications.reports.models import Export
from facilities.models import Facility, Registration
from keynet.accounts.models import User
from postings.models import Complaint, Posting
from tests.access.related import RELATIONS, Related

Scope = Callable[[User], Any]
ROWS: dict[str, tuple[Scope, str, str]] = {
    "posting": (lambda user: Posting.objects.visible_to(user), "number", "number"),
    "application": (lambda user: Application.objects.visible_to(user), "application", "public_id"),
    "inquiry": (lambda user: Inquiry.objects.visible_to(user), "inquiry", "public_id"),
    "hire": (lambda user: Hire.objects.visible_to(user), "hired", "application.public_id"),
    "complaint": (lambda user: Complaint.objects.visible_to(user), "complaint", "pk"),
    "registration": (lambda user: Registration.objects.visible_to(user), "registration", "pk"),
    "facility": (lambda user: Facility.objects.visible_to(user), "public_id", "public_id"),
    "own_people": (lambda user: Facility.objects.administered_by(user), "public_id", "public_id"),
    "overseen": (lambda user: Facility.objects.overseen_by(user), "public_id", "public_id"),
    "of_office": (lambda user: Export.objects.visible_to(user), "office_export", "public_id"),
    "of_ministry": (lambda user: Export.objects.visible_to(user), "ministry_export", "public_id"),
    "opened_office": (
        lambda user: Emergency.objects.open_to(user, "office"),
        "office_emergency",
        "public_id",
    ),
    "opened_ministry": (
        lambda user: Emergency.objects.open_to(user, "ministry"),
        "ministry_emergency",
        "public_id",
    ),
}
"""Scope, the noun that it is about, and by what its rows are known."""


def promised_rows() -> dict[tuple[str, str], set[str]]:
    """Return the relations of scopes.txt, by rows and person."""
    text = (Path(__file__).parent / "scopes.txt").read_text(encoding="utf-8")
    table = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    return {(rows, who): set(relations) for rows, who, *relations in table}


def wrong_rows(related: Related, only: Collection[str] | None = None) -> Iterator[str]:
    """Yield every difference between scopes.txt and what the scopes give; all of them, or those named."""
    promised = promised_rows()
    for rows, (scope, noun, key) in ROWS.items():
        if only is not None and rows not in only:
            continue
        ids = {name: str(related.things[name].get(noun)) for name in RELATIONS}
        for who, actor in related.actors.items():
            if actor.user and actor.session == "whole":
                visible = {str(_key(row, key)) for row in scope(User.objects.get(pk=actor.user.pk))}
                seen = {name for name, found in ids.items() if found in visible}
                if seen != promised.get((rows, who), set()):
                    yield f"{who} {rows}: {sorted(seen)}"


def _key(row: Any, key: str) -> Any:
    for name in key.split("."):
        row = getattr(row, name)
    return row
