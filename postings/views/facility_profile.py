"""What the service knows of a facility."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from facilities.acting import FacilityRequest, for_facility
from facilities.models import Facility


@require_safe
@for_facility
def profile(request: FacilityRequest, facility: Facility) -> HttpResponse:
    """Show the facility's facts; corrections go through the office."""
    return render(request, "postings/facility/profile.html", {"facility": facility})
