"""Applying without an account (step 7 of the path): kept unproved, proved by a code, then received (domain.md C.1, C.4)."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from applications import links
from applications.facts import applicant_facts
from applications.forgetting import forget
from applications.keeping import keep
from applications.letters import RECEIVED
from applications.models import Application
from applications.others import fills_up, hold_address
from applications.proving import prove, send_code
from keynet.outbox.letters import write_letter
from postings.models import Posting

ONCE = "application_once_per_posting"


class NotOpen(Exception):
    """The posting was paused or closed while somebody was typing."""


class TermsChanged(Exception):
    """The posting changed since the version that the person was shown: show the changes and ask again."""


class AppliedBefore(Exception):
    """The proved address has an application to this posting already; `first` is it."""

    def __init__(self, first: Application) -> None:
        super().__init__(first.number)
        self.first = first


class Overlapping(Exception):
    """Every day of the posting lies across work for the same organisation that `other` applied for."""

    def __init__(self, other: Application) -> None:
        super().__init__(other.number)
        self.other = other


def start(posting: Posting, facts: Mapping[str, Any], *, submission_id: UUID, version: int) -> str:
    """Keep an application unproved, mail its code, and return the token of its page.

    The same form sent twice is one application; sent again with other answers it is corrected.
    Raises NotOpen, TermsChanged, SentBefore and TooManyMails.
    """
    with transaction.atomic():
        posting = _open(posting, version)
        seen = {"version": posting.versions.get(number=version), "consented_at": timezone.now()}
        application, needs_code = keep(Application, posting, {**facts, **seen}, submission_id)
        if needs_code:
            send_code(application)
        return links.issue(application)


def receive(application: Application, *, token: str, code: str, version: int) -> None:
    """The code is typed: the facility receives the application and the applicant a receipt with the link.

    Raises NotOpen, TermsChanged, WrongCode, AppliedBefore and Overlapping.
    """
    _open(application.posting, version)
    prove(application, code)
    try:
        with transaction.atomic():
            hold_address(application.email)
            posting = _open(application.posting, version)
            if other := fills_up(posting, application.email):
                raise Overlapping(other)
            shown = posting.versions.get(number=version)
            application.submit(by=links.holder(application), version=shown)
            facts = applicant_facts(application, links.page_url(application, token))
            write_letter(RECEIVED, about=application, to=application.email, context=facts)
    except IntegrityError as error:
        if ONCE not in str(error):
            raise
        raise AppliedBefore(_give_way(application)) from error
    except Overlapping:
        forget(application)
        raise


def _open(posting: Posting, version: int) -> Posting:
    """Return the posting, locked when in a transaction, so that a close or an edit waits or is seen."""
    rows = Posting.objects.select_related("facility")
    if transaction.get_connection().in_atomic_block:
        rows = rows.select_for_update(of=("self",), no_key=True)
    found = rows.get(pk=posting.pk)
    if not found.is_live:
        raise NotOpen
    if found.version != version:
        raise TermsChanged
    return found


def _give_way(application: Application) -> Application:
    """Forget the second application and return the first."""
    rows = Application.objects.active().filter(posting_id=application.posting_id)
    first = rows.get(email__iexact=application.email)
    forget(application)
    return first
