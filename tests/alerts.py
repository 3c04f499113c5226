"""Recipients of letters, made through the product's own verbs, and the outbox run by hand."""

from typing import Any

from facilities.models import Desk, DeskAddress
from keynet.accounts.models import User
from keynet.lifecycle import LinkHolder
from keynet.outbox import relay
from keynet.outbox.models import Letter
from keynet.reactions import REACTIONS
from postings.alerts.models import Recruiter
from postings.alerts.registry import enter


def make_desk(kind: str, prefecture: str, address: str) -> DeskAddress:
    """Return a registered address of a desk."""
    desk, _ = Desk.objects.get_or_create(
        kind=kind, prefecture=prefecture, closed_on=None, defaults={"name": f"窓口 {kind} {prefecture}"}
    )
    return DeskAddress.objects.create(desk=desk, address=address)


def make_recruiter(officer: User, address: str, **choices: Any) -> Recruiter:
    """Return a recruiter that was entered by the office and said yes itself."""
    recruiter = Recruiter(company="見本人材紹介", licence_number="13-ユ-000001", address=address, **choices)
    enter(recruiter, by=officer)
    recruiter.opt_in(by=LinkHolder(f"recruiter:{recruiter.pk}"))
    return recruiter


def react() -> None:
    """Let the relay handle every waiting event."""
    relay.run(REACTIONS)


def letters_to(address: str) -> list[str]:
    """Return the kinds of the letters to an address, in the order of their writing."""
    return list(
        Letter.objects.filter(recipient=address).order_by("created_at").values_list("kind", flat=True)
    )
