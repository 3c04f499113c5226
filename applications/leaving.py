"""Withdrawing (辞退) with half an hour to think again: until then the facility hears nothing and nothing has changed."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from applications import links
from applications.lifecycle import APPLICATION
from applications.models import Application, Interview
from applications.permissions import is_its_applicant
from keynet.lifecycle import Actor, NotNow
from keynet.outbox.events import record

TIME_TO_UNDO = timedelta(minutes=30)


def move_of(application: Application) -> str:
    """Return the move by which this applicant would leave now: an offer is declined, anything before is withdrawn."""
    return "decline" if application.status == "offered" else "withdraw"


def leave(application: Application, *, by: Actor) -> None:
    """Withdraw in half an hour; doing it twice changes nothing. Raises NotNow and PermissionDenied."""
    with transaction.atomic():
        found = _locked(application, by)
        if found.leaves_at:
            return
        if not APPLICATION.can(found, move_of(found), by):
            raise NotNow(found, move_of(found))
        found.leaves_at = timezone.now() + TIME_TO_UNDO
        found.save(update_fields=["leaves_at"])
        record("application.leaving", subject=found, actor=by.actor_key)


def stay(application: Application, *, by: Actor) -> None:
    """Take the withdrawal back, and what was asked for with it.

    Raises NotNow when the half hour is over, or the facility has ended the application within it.
    """
    with transaction.atomic():
        found = _locked(application, by)
        if not found.leaves_at or not found.is_undecided:
            raise NotNow(found, "stay")
        found.leaves_at = found.erasure_asked_at = None
        found.save(update_fields=["leaves_at", "erasure_asked_at"])
        record("application.stayed", subject=found, actor=by.actor_key)


def let_go() -> int:
    """Make every withdrawal whose half hour is over; return how many. The facility is told by the event."""
    due = Application.objects.filter(leaves_at__lte=timezone.now()).values_list("pk", flat=True)
    return sum(_go(pk) for pk in list(due))


def _go(pk: int) -> bool:
    with transaction.atomic():
        rows = Application.objects.select_for_update(of=("self",), no_key=True, skip_locked=True)
        application = rows.filter(pk=pk, leaves_at__lte=timezone.now()).first()
        if application is None:
            return False
        application.leaves_at = None
        application.save(update_fields=["leaves_at"])
        applicant = links.holder(application)
        # The facility may have decided meanwhile: its answer has been mailed, and there is nothing left to leave.
        if not APPLICATION.can(application, move_of(application), applicant):
            return False
        for interview in Interview.objects.to_come().filter(application=application):
            interview.cancel(by=applicant)
        application.step(move_of(application), by=applicant)
        return True


def _locked(application: Application, by: Actor) -> Application:
    rows = Application.objects.select_for_update(of=("self",), no_key=True)
    found = rows.select_related("posting__facility").get(pk=application.pk)
    if not is_its_applicant(by, found):
        raise PermissionDenied
    return found
