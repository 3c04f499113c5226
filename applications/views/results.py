"""The printed notice of the result (採否結果通知) of one application, as a page and as a PDF."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from applications import documents
from applications.models import Application
from applications.models.personal_access import Page
from applications.reading import reads_personal_data
from applications.views.facility import applicant
from facilities.acting import FacilityRequest, for_facility
from facilities.models import Facility
from postings.documents import Busy, Unavailable

PAGE = "applications/facility/result.html"
NO_RESULT = "{} の採否結果通知は、採用か不採用を知らせたあと、個人情報を消すまでのあいだ作れます"


def _of_decided(
    view: Callable[[FacilityRequest, Facility, Application], HttpResponse],
) -> Callable[..., HttpResponse]:
    """Give the view the application; where nothing is decided, or nobody known, its page says so."""

    @wraps(view)
    def decided_view(request: FacilityRequest, facility: Facility, application: UUID) -> HttpResponse:
        found = applicant(request, facility, application)
        if found.has_result:
            return view(request, facility, found)
        messages.warning(request, NO_RESULT.format(found.number))
        return redirect("inbox:application", facility.public_id, found.public_id)

    return decided_view


@require_safe
@for_facility
@reads_personal_data(Page.RESULT)
@_of_decided
def result(request: FacilityRequest, facility: Facility, application: Application) -> HttpResponse:
    """Show the notice as a page that the browser prints."""
    return render(request, PAGE, documents.result_facts(application))


@require_safe
@for_facility
@reads_personal_data(Page.RESULT)
@_of_decided
def result_sheet(request: FacilityRequest, facility: Facility, application: Application) -> HttpResponse:
    """Send the notice as PDF; where that is not possible (now), the page to print."""
    try:
        pdf = documents.result(application)
    except (Unavailable, Busy):
        return render(request, PAGE, documents.result_facts(application))
    headers = {"Content-Disposition": f'inline; filename="{application.number}-result.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)
