"""The office keeps the data of one posting's applicants longer, for a dispute or an authority's inquiry."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from applications.models import LegalHold
from facilities.permissions import is_officer
from keynet.accounts.models import User
from keynet.outbox.events import record
from postings.models import Posting


class AlreadyHeld(Exception):
    """The posting has a hold; it is lifted before another one is set."""


def hold(posting: Posting, *, reason: str, until: date, by: User) -> LegalHold:
    """Hold a posting's data until the end of a day. Raises AlreadyHeld."""
    if not is_officer(by, posting):
        raise PermissionDenied
    with transaction.atomic():
        over = LegalHold.objects.filter(posting=posting, lifted_at=None, until__lt=timezone.localdate())
        over.update(lifted_at=timezone.now())
        try:
            with transaction.atomic():
                held = LegalHold.objects.create(posting=posting, reason=reason, until=until, set_by=by)
        except IntegrityError as error:
            raise AlreadyHeld from error
        record("hold.set", subject=held, actor=by.actor_key)
    return held


def lift(held: LegalHold, *, by: User) -> None:
    """End a hold before its last day; twice changes nothing."""
    if not is_officer(by, held):
        raise PermissionDenied
    with transaction.atomic():
        current = LegalHold.objects.filter(pk=held.pk, lifted_at=None)
        if current.update(lifted_at=timezone.now(), lifted_by=by):
            record("hold.lifted", subject=held, actor=by.actor_key)
