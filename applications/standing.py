"""How an application stands, for the applicant's page: what came, what can be done, what comes next."""

from typing import Any

from applications import links
from applications.changes import changes_since
from applications.erasing import may_ask
from applications.lifecycle import APPLICATION, FACILITY_OWES, InterviewStatus
from applications.models import Application, Interview, Side, Slot, ThreadMessage
from applications.others import clashes, others_of
from applications.usual_answer import usual_answer_days


def standing(application: Application, token: str) -> dict[str, Any]:
    """Return everything the page shows."""
    posting, is_open = application.posting, application.is_undecided
    stays = is_open and not application.leaves_at
    interview = Interview.objects.of(application).exclude(status=InterviewStatus.HELD).first()
    return {
        "application": application,
        "token": token,
        "changes": changes_since(application.version, posting) if is_open else [],
        "messages_from_facility": application.messages.order_by("-written_at"),
        "may": APPLICATION.available(application, links.holder(application)) if stays else [],
        "unread": ThreadMessage.objects.about(application).unread_by(Side.APPLICANT).count(),
        "interview": interview,
        "interview_stands": bool(interview and interview.is_to_come),
        "slots": list(Slot.objects.free().offered_to(application)) if stays else [],
        "usual_days": usual_answer_days(posting.facility) if application.status in FACILITY_OWES else None,
        "clashes": clashes(posting, application.email) if is_open else [],
        "others": others_of(application).count(),
        "may_erase": may_ask(application),
    }
