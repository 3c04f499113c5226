"""The training report of a hire (step 9 of the path): once, by the facility that hired; later corrected, never silently."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from applications.models import Hire
from applications.permissions import is_its_facility
from applications.reports.models import TrainingCorrection, TrainingReport
from keynet.accounts.models import User
from keynet.outbox.events import record

DONE = "この採用の研修は、すでに報告されています"
CANCELLED = "この採用は取り消されたため、研修の報告は要りません"
FACTS = ("provider", "provider_name", "name", "taken_from", "taken_on", "hours", "taken_before_hire")
"""What is reported of a training: columns of `TrainingReport`."""


class CannotReport(ValidationError):
    """Reported before, or the hire was taken back."""


def report(hire: Hire, *, by: User, **facts: Any) -> TrainingReport:
    """Record that the hired person took the training (`FACTS`). Raises CannotReport and PermissionDenied."""
    with transaction.atomic():
        found = _locked(hire, by)
        if found.cancelled_at:
            raise CannotReport(CANCELLED)
        if TrainingReport.objects.filter(hire=found).exists():
            raise CannotReport(DONE)
        record("hire.reported", subject=found, actor=by.actor_key)
        return TrainingReport.objects.create(hire=found, reported_by=by, **facts)


def correct(hire: Hire, *, by: User, reason: str, **facts: Any) -> bool:
    """Replace what was reported and keep it beside; return False when nothing differs. Raises PermissionDenied."""
    with transaction.atomic():
        _locked(hire, by)
        reported = TrainingReport.objects.get(hire=hire)
        before = facts_of(reported)
        if facts == before:
            return False
        for name, value in facts.items():
            setattr(reported, name, value)
        reported.save(update_fields=[*facts])
        TrainingCorrection.objects.create(report=reported, before=before, reason=reason, corrected_by=by)
        record("hire.report_corrected", subject=hire, actor=by.actor_key)
        return True


def facts_of(reported: TrainingReport) -> dict[str, Any]:
    """Return what a report says, by column."""
    return {name: getattr(reported, name) for name in FACTS}


def own_training(hire: Hire) -> dict[str, Any]:
    """Return what was reported of a hire's training, for the file of the person's own data."""
    found = TrainingReport.objects.filter(hire=hire).first()
    return {"training": {**facts_of(found), "reported_at": found.reported_at} if found else None}


def _locked(hire: Hire, by: User) -> Hire:
    found = Hire.objects.select_for_update(of=("self",), no_key=True).get(pk=hire.pk)
    if not is_its_facility(by, found):
        raise PermissionDenied
    return found
