"""Which facility one acts for stands in the URL; this is where it is looked up."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from facilities.models import Facility
from keynet.accounts.audience import person
from keynet.accounts.fresh import fresh_login_required


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


def for_admin(
    view: Callable[Concatenate[FacilityRequest, Facility, ...], HttpResponse],
) -> Callable[..., HttpResponse]:
    """The same for admins of the facility; a colleague reads (403) who the admins are."""

    @wraps(view)
    def admins_view(request: FacilityRequest, facility: Facility, *args: Any, **kwargs: Any) -> HttpResponse:
        if facility.is_administered_by(person(request)):
            return view(request, facility, *args, **kwargs)
        admins = facility.memberships.admins().select_related("user").order_by("joined_at", "pk")
        context = {"facility": facility, "admins": admins}
        return render(request, "facilities/facility/admins_only.html", context, status=403)

    return for_facility(admins_view)


def for_fresh_admin(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The same for what changes who may act: an open browser that somebody else finds must not do (reliability.md 2.1)."""
    return for_admin(cast("Callable[..., HttpResponse]", fresh_login_required(view)))
