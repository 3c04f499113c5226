"""What leaves the console with a person's data: the sheet of one application, and the list as a file."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from applications.documents import sheet
from applications.exports import columns_of, taken
from applications.forms.note import ReasonForm
from applications.models.personal_access import Page
from applications.reading import note_many, reads_personal_data
from applications.views.facility import applicant, applicants_of
from facilities.acting import FacilityRequest, for_admin, for_facility
from facilities.models import Facility
from keynet.accounts.audience import person
from keynet.accounts.fresh import fresh_login_required
from postings.documents import Busy, Unavailable
from postings.exports.writer import file_name, lines


@require_safe
@for_facility
@reads_personal_data(Page.SHEET)
def application_sheet(request: FacilityRequest, facility: Facility, application: UUID) -> HttpResponse:
    """Send the sheet as PDF; where that is not possible (now), the page to print."""
    found = applicant(request, facility, application)
    try:
        pdf = sheet(found)
    except (Unavailable, Busy):
        context = {"facility": facility, "application": found, "printed_on": timezone.localdate()}
        return render(request, "applications/facility/sheet.html", context)
    headers = {"Content-Disposition": f'inline; filename="{found.number}.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


@require_safe
@for_facility
@reads_personal_data(Page.SHEET)
def print_page(request: FacilityRequest, facility: Facility, application: UUID) -> HttpResponse:
    """Show the same sheet as a page that the browser prints."""
    found = applicant(request, facility, application)
    context = {"facility": facility, "application": found, "printed_on": timezone.localdate()}
    return render(request, "applications/facility/sheet.html", context)


@fresh_login_required
@require_safe
@for_admin
def ask_file(request: FacilityRequest, facility: Facility) -> HttpResponse:
    """Ask what the file is for."""
    return _ask(request, facility, ReasonForm())


@fresh_login_required
@require_POST
@for_admin
@reads_personal_data(Page.LIST_FILE)
def file(request: FacilityRequest, facility: Facility) -> HttpResponse:
    """Send the list of applicants as CSV; who took it, and why, is kept."""
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _ask(request, facility, form, status=422)
    rows = applicants_of(request, facility)
    taken_file, found = taken(facility, rows, by=person(request), purpose=form.cleaned_data["reason"])
    note_many(request, taken_file)
    name = file_name(f"applicants_{taken_file.number}", "csv")
    return HttpResponse(
        b"".join(lines(columns_of(taken_file), found)),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _ask(request: FacilityRequest, facility: Facility, form: ReasonForm, status: int = 200) -> HttpResponse:
    known = applicants_of(request, facility).known().count()
    context = {"facility": facility, "form": form, "known": known}
    return render(request, "applications/facility/file.html", context, status=status)
