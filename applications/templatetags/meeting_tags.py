"""Messages and interview beside an applicant or a question, for the pages of the facility's inbox."""

from typing import Any

from django import template
from django.template.context import RequestContext
from django.urls import reverse

from applications.meeting.stages import Stage, stage_of
from applications.models import Application, Inquiry, Interview, Side, Slot, ThreadMessage
from applications.talking.writing import Row
from facilities.models import Facility

register = template.Library()


@register.inclusion_tag("applications/meet/facility.html", takes_context=True)
def meeting_of(context: RequestContext, application: Application, facility: Facility) -> dict[str, Any]:
    """Draw interview, slots that wait for an answer, and the way to the messages."""
    interview = Interview.objects.of(application).first()
    is_met = interview is not None and interview.is_to_come
    slots = [] if is_met else list(Slot.objects.free().offered_to(application).with_others(application))
    return {
        **_thread(context, application, facility, "inbox:messages", "inbox:read"),
        "application": application,
        "facility": facility,
        "interview": interview,
        "slots": slots,
        "waits_for_times": stage_of(application, interview, slots) == Stage.WAITING,
    }


@register.inclusion_tag("applications/talk/facility_link.html", takes_context=True)
def thread_of_inquiry(context: RequestContext, inquiry: Inquiry, facility: Facility) -> dict[str, Any]:
    """Draw the way to the messages after a question."""
    return _thread(context, inquiry, facility, "inbox:inquiry_messages", "inbox:inquiry_read")


def _thread(context: RequestContext, row: Row, facility: Facility, page: str, button: str) -> dict[str, Any]:
    place = [facility.public_id, row.public_id]
    return {
        "csrf_token": context.get("csrf_token"),
        "unread": ThreadMessage.objects.about(row).unread_by(Side.FACILITY).count(),
        "messages_url": reverse(page, args=place),
        "read_url": reverse(button, args=place),
    }
