"""By when the applicant hears or says something: real dates for the page, wherever there is one."""

from datetime import date, timedelta

from django.db.models import Max
from django.utils import timezone

from applications.lifecycle import ApplicationStatus, InterviewStatus
from applications.meeting.stages import Stage, waiting_since
from applications.models import Application, Interview, Message, Side, ThreadMessage
from applications.models.application import ANSWER_WITHIN
from applications.waiting.rhythm import LAPSES_AFTER
from keynet.vocabulary.business_days import due_on


def due_of(application: Application, stage: Stage, interview: Interview | None) -> date | None:
    """Return by when the next step is due; None when nobody has named a day.

    The facility: three business days, or after an interview the days its posting promises (選考結果通知).
    The applicant: the day that the offer names.
    """
    if application.leaves_at or not application.is_undecided or application.direct_selection_on:
        return None
    if stage == Stage.MET and interview:
        promised = application.posting.result_days
        met_at = interview.slot.ends_at
        return (
            timezone.localdate(met_at + timedelta(days=promised))
            if promised
            else due_on(met_at, days=ANSWER_WITHIN)
        )
    if stage == Stage.WAITING:
        return due_on(waiting_since(application, interview), days=ANSWER_WITHIN)
    if application.status == ApplicationStatus.OFFERED:
        if application.accepted_at:
            return due_on(application.accepted_at, days=ANSWER_WITHIN)
        offer = Message.objects.filter(application=application, step=Message.Step.OFFER).first()
        return offer.answer_by if offer else None
    return application.answer_due_on


def lapses_on(application: Application) -> date | None:
    """Return when the application would end by silence (`applications.waiting`); None when it cannot."""
    waits = application.is_undecided and not application.accepted_at and not application.leaves_at
    if not waits or application.direct_selection_on:
        return None
    words = ThreadMessage.objects.filter(application=application, side=Side.FACILITY)
    met = Interview.objects.of(application).exclude(status=InterviewStatus.CANCELLED)
    moments = (
        application.moved_at,
        words.aggregate(last=Max("written_at"))["last"],
        met.aggregate(last=Max("slot__starts_at"))["last"],
    )
    return timezone.localdate(max(moment for moment in moments if moment) + LAPSES_AFTER)
