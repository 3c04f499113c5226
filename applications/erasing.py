"""The request to be forgotten before the retention ends (削除依頼, domain.md C.7): promised within two weeks.

Nobody has to decide: an application that is over is masked in the coming night; an open one is withdrawn first, with
its half hour. Only the data of a hire stays until the retention ends: the report to the ministry is still due.
"""

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from applications import leaving
from applications.lifecycle import ApplicationStatus
from applications.models import Application, Inquiry
from applications.permissions import is_its_applicant
from keynet.lifecycle import Actor, NotNow
from keynet.outbox.events import record

WITHIN_DAYS = 14


def may_ask(row: Application | Inquiry) -> bool:
    """Return whether the request can be made here; hired people ask the office."""
    is_kept = row.status in (ApplicationStatus.HIRED, ApplicationStatus.UNPROVED)
    return row.masked_at is None and row.erasure_asked_at is None and not is_kept


def done_by(row: Application | Inquiry) -> date | None:
    """Return the last day of the promise; None when nobody asked."""
    asked_at = row.erasure_asked_at
    return timezone.localdate(asked_at + timedelta(days=WITHIN_DAYS)) if asked_at else None


def ask(row: Application | Inquiry, *, by: Actor) -> None:
    """Note the request; asking twice changes nothing. Raises NotNow and PermissionDenied."""
    with transaction.atomic():
        if isinstance(row, Application) and row.is_undecided:
            leaving.leave(row, by=by)
        rows = type(row)._base_manager.select_for_update(of=("self",), no_key=True)
        found = rows.get(pk=row.pk)
        if not is_its_applicant(by, found):
            raise PermissionDenied
        if found.erasure_asked_at:
            return
        if not may_ask(found):
            raise NotNow(found, "erase")
        found.erasure_asked_at = timezone.now()
        found.save(update_fields=["erasure_asked_at"])
        record(f"{found._meta.model_name}.erasure_asked", subject=found, actor=by.actor_key)
