"""The facility's side of a thread."""

from typing import TypeVar
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from applications.forms.message import MessageForm
from applications.models import Application, Inquiry, Side, ThreadMessage
from applications.models.personal_access import Page
from applications.reading import note, reads_personal_data
from applications.talking.writing import Row, is_open, mark_read, write
from facilities.acting import FacilityRequest, for_facility
from facilities.models import Facility
from keynet.accounts.audience import person

Found = TypeVar("Found", Application, Inquiry)
PAGES = {
    Application: ("inbox:application", "inbox:messages", "inbox:read"),
    Inquiry: ("inbox:inquiry", "inbox:inquiry_messages", "inbox:inquiry_read"),
}
"""The row's page, its thread, and the button that marks it as read."""


@require_http_methods(["GET", "HEAD", "POST"])
@for_facility
@reads_personal_data(Page.THREAD)
def thread(request: FacilityRequest, facility: Facility, application: UUID) -> HttpResponse:
    """Show the messages about an application, and take another."""
    return _thread(request, facility, _found(request, facility, Application, application))


@require_http_methods(["GET", "HEAD", "POST"])
@for_facility
@reads_personal_data(Page.THREAD)
def inquiry_thread(request: FacilityRequest, facility: Facility, inquiry: UUID) -> HttpResponse:
    """Show the messages after a question, and take another."""
    return _thread(request, facility, _found(request, facility, Inquiry, inquiry))


@require_POST
@for_facility
def read(request: FacilityRequest, facility: Facility, application: UUID) -> HttpResponse:
    """Open the thread and mark what is new as read."""
    return _read(request, facility, _found(request, facility, Application, application))


@require_POST
@for_facility
def inquiry_read(request: FacilityRequest, facility: Facility, inquiry: UUID) -> HttpResponse:
    """The same for a question."""
    return _read(request, facility, _found(request, facility, Inquiry, inquiry))


def _found(request: HttpRequest, facility: Facility, model: type[Found], public_id: UUID) -> Found:
    rows = model.objects.visible_to(person(request)).filter(posting__facility=facility)
    found: Found = get_object_or_404(rows.select_related("posting__facility"), public_id=public_id)
    note(request, found)
    return found


def _read(request: HttpRequest, facility: Facility, row: Row) -> HttpResponse:
    mark_read(row, Side.FACILITY, by=person(request))
    return redirect(PAGES[type(row)][1], facility.public_id, row.public_id)


def _thread(request: FacilityRequest, facility: Facility, row: Row) -> HttpResponse:
    page, thread_page, _ = PAGES[type(row)]
    if not is_open(row):
        return redirect(page, facility.public_id, row.public_id)
    form = MessageForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        sent = form.cleaned_data
        try:
            write(
                row,
                Side.FACILITY,
                by=person(request),
                text=sent["text"],
                submission_id=sent["submission_id"],
            )
            messages.success(request, "メッセージを届けました")
            return redirect(thread_page, facility.public_id, row.public_id)
        except ValidationError as refused:
            form.add_error(None, refused)
    return _page(request, facility, row, form)


def _page(request: FacilityRequest, facility: Facility, row: Row, form: MessageForm) -> HttpResponse:
    thread = list(ThreadMessage.objects.about(row).select_related("written_by"))
    context = {
        "facility": facility,
        "row": row,
        "form": form,
        "thread": thread,
        "unread": sum(message.side == Side.APPLICANT and not message.read_at for message in thread),
        "page_name": PAGES[type(row)][0],
        "read_name": PAGES[type(row)][2],
        "is_inquiry": isinstance(row, Inquiry),
        "reader": Side.FACILITY.value,
    }
    return render(request, "applications/talk/facility.html", context)
