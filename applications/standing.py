"""How an application stands, for the applicant's page: what came, what can be done, what comes next."""

from typing import Any

from django.utils import timezone

from applications import links
from applications.changes import changes_since
from applications.erasing import done_by, may_ask
from applications.lifecycle import APPLICATION, FACILITY_OWES, ApplicationStatus, InterviewStatus
from applications.meeting.stages import stage_of
from applications.models import Application, Hire, Inquiry, Interview, Side, Slot, SlotOffer, ThreadMessage
from applications.others import clashes, open_others, others_of
from applications.upcoming import due_of, lapses_on
from applications.usual_answer import usual_answer_days


def standing(application: Application, token: str) -> dict[str, Any]:
    """Return everything the page shows."""
    posting, is_open = application.posting, application.is_undecided
    stays = is_open and not application.leaves_at
    interview = Interview.objects.of(application).exclude(status=InterviewStatus.HELD).first()
    slots = list(Slot.objects.free().offered_to(application)) if stays else []
    stage = stage_of(application, interview, slots)
    interview_stands = is_open and bool(interview and interview.is_to_come)
    offers = SlotOffer.objects.standing().filter(application=application)
    return {
        "application": application,
        "token": token,
        "changes": changes_since(application.version, posting) if is_open else [],
        "messages_from_facility": application.messages.order_by("-written_at"),
        "may": APPLICATION.available(application, links.holder(application)) if stays else [],
        "unread": ThreadMessage.objects.about(application).unread_by(Side.APPLICANT).count(),
        "interview": interview,
        "interview_stands": interview_stands,
        "slots": slots,
        "stage": stage,
        "due": due_of(application, stage, interview),
        "lapses_on": lapses_on(application),
        "may_ask_times": stays and not interview_stands and offers.exists(),
        "waits_for_facility": application.status in FACILITY_OWES and stays,
        "usual_days": usual_answer_days(posting.facility) if application.status in FACILITY_OWES else None,
        "clashes": clashes(posting, application.email) if is_open else [],
        "others": others_of(application).count(),
        "open_others": open_others(application).count(),
        "hire": hire_of(application),
        "rows": [application],
        "today": timezone.localdate(),
        "may_erase": may_ask(application),
        "erased_by": done_by(application),
    }


def inquiry_standing(inquiry: Inquiry, token: str) -> dict[str, Any]:
    """Return everything the page of a question shows."""
    return {
        "inquiry": inquiry,
        "token": token,
        "due": inquiry.answer_due_on,
        "erased_by": done_by(inquiry),
        "today": timezone.localdate(),
    }


def hire_of(application: Application) -> Hire | None:
    """Return the hire that stands, with its first day; None before it and after it was taken back."""
    if application.status != ApplicationStatus.HIRED:
        return None
    return Hire.objects.active().filter(application=application).first()
