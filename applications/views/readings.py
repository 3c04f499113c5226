"""A facility's admin sees who opened whose application, when and why."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from applications.models import LegalHold, PersonalAccess
from facilities.acting import FacilityRequest, for_admin
from facilities.models import Facility
from keynet.accounts.actors import names_of
from keynet.accounts.audience import person

A_PAGE = 50


@require_safe
@for_admin
def readings(request: FacilityRequest, facility: Facility) -> HttpResponse:
    """List the readings, the newest first, and what the office keeps longer."""
    rows = PersonalAccess.objects.of(facility).select_related(
        "actor", "application", "inquiry", "facility", "file"
    )
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    names = names_of({row.actor.actor_key for row in page}, person(request))
    context = {
        "facility": facility,
        "page": page,
        "lines": [(row, names[row.actor.actor_key]) for row in page],
        "holds": LegalHold.objects.current().filter(posting__facility=facility).select_related("posting"),
    }
    return render(request, "applications/facility/readings.html", context)
