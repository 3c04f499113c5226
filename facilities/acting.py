"""Which facility one acts for stands in the URL; this is where it is looked up."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from facilities.models import Facility
from keynet.accounts.audience import person


class FacilityRequest(HttpRequest):
    """A request in the name of a facility; the console's header prints `acting`."""

    acting: Facility


def for_facility(
    view: Callable[Concatenate[FacilityRequest, Facility, ...], HttpResponse],
) -> Callable[..., HttpResponse]:
    """Give the view the facility of the URL; 404 for anybody who is not a current member of it."""

    @wraps(view)
    def acting_view(request: FacilityRequest, facility: UUID, *args: Any, **kwargs: Any) -> HttpResponse:
        found = get_object_or_404(Facility.objects.visible_to(person(request)), public_id=facility)
        request.acting = found
        return view(request, found, *args, **kwargs)

    return acting_view
