"""A facility's applicants: the list shows numbers and licences, one page shows the person."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from applications import answering
from applications.changes import changes_since
from applications.filters import ApplicationFilter
from applications.forms.note import NoteForm
from applications.hiring import filled_postings
from applications.history import history_of
from applications.inbox import with_dates
from applications.lifecycle import APPLICATION
from applications.models import Application, Refusal
from applications.models.application import ApplicationQuerySet
from applications.models.personal_access import Page
from applications.reading import note, reads_personal_data
from applications.todo import todos_of_inbox
from facilities.acting import FacilityRequest, for_facility
from facilities.models import Facility
from keynet.accounts.audience import person

A_PAGE = 50


@require_safe
@for_facility
def applications(request: FacilityRequest, facility: Facility) -> HttpResponse:
    """Show what to do today and the applicants, the newest first; who has waited three business days is marked."""
    rows = with_dates(applicants_of(request, facility)).order_by("-submitted_at", "-pk")
    found = ApplicationFilter(request.GET, queryset=rows, facility=facility)
    context = {
        "facility": facility,
        "todos": list(todos_of_inbox(facility)),
        "is_admin": facility.is_administered_by(person(request)),
        "filter": found,
        "picked": request.GET.getlist("pick"),
        "page": Paginator(found.qs, A_PAGE).get_page(request.GET.get("page")),
        "filled": filled_postings(facility),
    }
    return render(request, "applications/facility/list.html", context)


@require_safe
@for_facility
@reads_personal_data(Page.APPLICATION)
def application(request: FacilityRequest, facility: Facility, application: UUID) -> HttpResponse:
    """Show one applicant: contact, answers, terms seen and terms now, what happened, what can be done."""
    return application_page(request, facility, applicant(request, facility, application), NoteForm())


def application_page(
    request: FacilityRequest, facility: Facility, found: Application, form: NoteForm
) -> HttpResponse:
    """Answer with the page of one applicant, and the form of a note."""
    by = person(request)
    context = {
        "facility": facility,
        "application": found,
        "moves": APPLICATION.available(found, by),
        "refusal": Refusal.objects.select_related("decided_by").filter(application=found).first(),
        "may_direct": answering.may_go_direct(found),
        "changes": changes_since(found.version, found.posting),
        "history": history_of(found, by),
        "sent": found.messages.select_related("written_by").order_by("-written_at"),
        "notes": found.notes.select_related("written_by").order_by("-written_at", "-pk"),
        "note_form": form,
        "filled": filled_postings(facility).filter(pk=found.posting_id),
    }
    return render(request, "applications/facility/application.html", context)


@require_POST
@for_facility
def review(request: FacilityRequest, facility: Facility, application: UUID) -> HttpResponse:
    """Say that somebody is reading the application."""
    found = applicant(request, facility, application)
    found.step("review", by=person(request))
    messages.success(request, f"{found.number} を「確認中」にしました")
    return redirect("inbox:application", facility.public_id, found.public_id)


@require_POST
@for_facility
def direct(request: FacilityRequest, facility: Facility, application: UUID) -> HttpResponse:
    """Note that the selection goes on with the municipality; the result is still due here."""
    found = applicant(request, facility, application)
    answering.select_directly(found, by=person(request))
    messages.success(
        request, f"{found.number} を自治体との直接の選考に移しました。結果はこの画面から知らせてください"
    )
    return redirect("inbox:application", facility.public_id, found.public_id)


def applicants_of(request: HttpRequest, facility: Facility) -> ApplicationQuerySet:
    """Return what the person may see of this facility's applicants."""
    rows = Application.objects.visible_to(person(request)).filter(posting__facility=facility)
    return rows.select_related("posting__facility", "version")


def applicant(request: HttpRequest, facility: Facility, public_id: UUID) -> Application:
    """Return one of them, noted as read; 404 for anybody else's."""
    found = get_object_or_404(applicants_of(request, facility), public_id=public_id)
    note(request, found)
    return found
