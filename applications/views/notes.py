"""What clerks do beside an application: notes for colleagues, and calling a refusal back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from applications import refusing
from applications.forms.note import NoteForm
from applications.models.personal_access import Page
from applications.noting import add_note
from applications.reading import reads_personal_data
from applications.views.facility import applicant, application_page
from facilities.acting import FacilityRequest, for_facility
from facilities.models import Facility
from keynet.accounts.audience import person


@require_POST
@for_facility
@reads_personal_data(Page.APPLICATION)
def note(request: FacilityRequest, facility: Facility, application: UUID) -> HttpResponse:
    """Keep a note; an empty one is asked for again on the page."""
    found = applicant(request, facility, application)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return application_page(request, facility, found, form)
    facts = form.cleaned_data
    add_note(found, by=person(request), text=facts["text"], submission_id=facts["submission_id"])
    messages.success(request, f"{found.number} にメモを書きました")
    return redirect("inbox:application", facility.public_id, found.public_id)


@require_POST
@for_facility
def recall(request: FacilityRequest, facility: Facility, application: UUID) -> HttpResponse:
    """Call a decided refusal back before the applicant is told."""
    found = applicant(request, facility, application)
    refusing.recall(found, by=person(request))
    messages.success(request, f"{found.number} の見送りを取りやめました。応募した方には何も知らせていません")
    return redirect("inbox:application", facility.public_id, found.public_id)
