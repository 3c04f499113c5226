"""Where the way to an interview stands: the same answer for the applicant's page and for the facility's."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from django.db.models import Max

from applications.lifecycle import ApplicationStatus, InterviewStatus
from applications.models import Application, Interview, Slot, SlotOffer


class Stage(StrEnum):
    """Who does what next."""

    NONE = "none"
    CHOOSE = "choose"
    """The applicant takes one of the slots."""
    AGREED = "agreed"
    """Both meet."""
    MET = "met"
    """The facility decides."""
    WAITING = "waiting"
    """The facility offers (other) times."""


def stage_of(application: Application, interview: Interview | None, slots: Sequence[Slot]) -> Stage:
    """Return the stage; `interview` is the latest one, `slots` are those the applicant can take now."""
    if application.status != ApplicationStatus.INTERVIEW or not application.is_undecided:
        return Stage.NONE
    if interview and interview.is_to_come:
        return Stage.AGREED
    if slots:
        return Stage.CHOOSE
    if interview is None or interview.status == InterviewStatus.CANCELLED:
        return Stage.WAITING
    later = SlotOffer.objects.filter(application=application, offered_at__gt=interview.taken_at)
    return Stage.WAITING if later.exists() else Stage.MET


def waiting_since(application: Application, interview: Interview | None) -> datetime:
    """Return when the applicant began to wait for (other) times: the invitation, a refusal, or a cancellation."""
    said = SlotOffer.objects.filter(application=application).aggregate(
        refused=Max("refused_at"), ended=Max("ended_at"), withdrawn=Max("slot__withdrawn_at")
    )
    moments = [application.moved_at, *said.values(), interview and interview.changed_at]
    return max(moment for moment in moments if moment)
