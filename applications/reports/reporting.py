"""The training report of a hire (step 9 of the path): once, by the facility that hired."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from applications.models import Hire
from applications.permissions import is_its_facility
from applications.reports.models import TrainingReport
from keynet.accounts.models import User
from keynet.outbox.events import record

DONE = "この採用の研修は、すでに報告されています"
CANCELLED = "この採用は取り消されたため、研修の報告は要りません"


class CannotReport(ValidationError):
    """Reported before, or the hire was taken back."""


def report(
    hire: Hire, *, by: User, provider: str, name: str, taken_on: date, hours: Decimal
) -> TrainingReport:
    """Record that the hired person took the training. Raises CannotReport and PermissionDenied."""
    with transaction.atomic():
        found = Hire.objects.select_for_update(of=("self",), no_key=True).get(pk=hire.pk)
        if not is_its_facility(by, found):
            raise PermissionDenied
        if found.cancelled_at:
            raise CannotReport(CANCELLED)
        if TrainingReport.objects.filter(hire=found).exists():
            raise CannotReport(DONE)
        record("hire.reported", subject=found, actor=by.actor_key)
        return TrainingReport.objects.create(
            hire=found, provider=provider, name=name, taken_on=taken_on, hours=hours, reported_by=by
        )
