"""What the service knows of a facility, and who acts for it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from facilities.acting import FacilityRequest, for_facility
from facilities.models import Facility


@require_safe
@for_facility
def profile(request: FacilityRequest, facility: Facility) -> HttpResponse:
    """Show the facility's facts and its people; corrections go through the office."""
    members = facility.memberships.current().select_related("user").order_by("role", "joined_at")
    return render(request, "postings/facility/profile.html", {"facility": facility, "members": members})
