"""What a facility prints of an application: the sheet (応募シート) and the notice of the result (採否結果通知)."""

from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from applications.lifecycle import ApplicationStatus
from applications.models import Application, Message
from postings.documents import as_pdf

STEPS = {ApplicationStatus.HIRED: Message.Step.HIRE, ApplicationStatus.NOT_SELECTED: Message.Step.NOT_SELECT}
"""With which words of the facility each result was mailed."""


def sheet(application: Application) -> bytes:
    """Return the sheet as a tagged PDF; the facility's notes are not on it. Raises `Unavailable` and `Busy`."""
    context = {"application": application, "printed_on": timezone.localdate()}
    return as_pdf(render_to_string("applications/documents/sheet.html", context))


def result(application: Application) -> bytes:
    """Return the notice of the result (domain.md F.14) as a tagged PDF. Raises `Unavailable` and `Busy`."""
    return as_pdf(render_to_string("applications/documents/result.html", result_facts(application)))


def result_facts(application: Application) -> dict[str, Any]:
    """Return what page and PDF of the notice say; the reason of a refusal stays in the facility's record."""
    return {
        "application": application,
        "posting": application.posting,
        "facility": application.posting.facility,
        "hire": application.hires.active().first(),
        "words": application.messages.filter(step=STEPS[ApplicationStatus(application.status)]).first(),
        "printed_on": timezone.localdate(),
    }
