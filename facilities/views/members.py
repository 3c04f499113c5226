"""施設の職員: everybody of the facility reads the list, admins decide."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from facilities.acting import FacilityRequest, for_facility, for_fresh_admin
from facilities.history import history_of
from facilities.invitations import places_of
from facilities.members import LastAdmin, change_role, end, is_last_admin
from facilities.models import Facility, Membership
from keynet.accounts.audience import person
from keynet.lifecycle import NotNow


@require_safe
@for_facility
def listing(request: FacilityRequest, facility: Facility) -> HttpResponse:
    """List who acts for the facility, who is invited, and who let whom in."""
    reader = person(request)
    members = facility.memberships.current().select_related("user").order_by("role", "joined_at", "pk")
    invited = facility.invitations.waiting().prefetch_related("also").order_by("pk")
    context = {
        "facility": facility,
        "members": members,
        "is_admin": facility.is_administered_by(reader),
        "invitations": [(invitation, places_of(invitation)[1:]) for invitation in invited],
        "history": history_of(facility, reader),
    }
    return render(request, "facilities/facility/members.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_fresh_admin
def role(request: FacilityRequest, facility: Facility, pk: int) -> HttpResponse:
    """Say what the other role means, then give it."""
    membership = _current(facility, pk)
    wanted = Membership.Role.MEMBER if membership.is_admin else Membership.Role.ADMIN
    if request.method == "POST":
        is_admin = request.POST.get("role") == Membership.Role.ADMIN
        asked = Membership.Role.ADMIN if is_admin else Membership.Role.MEMBER
        try:
            change_role(membership, asked, by=person(request))
        except LastAdmin as refused:
            messages.error(request, refused.sentence)
        else:
            messages.success(request, f"{membership.user.name}さんを{asked.label}にしました")
        return redirect("members:list", facility.public_id)
    return _asked(request, membership, "facilities/facility/role.html", wanted=wanted)


@require_http_methods(["GET", "HEAD", "POST"])
@for_fresh_admin
def remove(request: FacilityRequest, facility: Facility, pk: int) -> HttpResponse:
    """Say what a colleague loses, then remove them."""
    membership = _current(facility, pk)
    if request.method == "POST":
        try:
            end(membership, by=person(request))
        except LastAdmin as refused:
            messages.error(request, refused.sentence)
        else:
            messages.success(request, f"{membership.user.name}さんを職員から外しました")
        return _on(request, facility)
    return _asked(request, membership, "facilities/facility/remove.html")


@require_http_methods(["GET", "HEAD", "POST"])
@for_facility
def leave(request: FacilityRequest, facility: Facility) -> HttpResponse:
    """Say what one loses, then leave; the last admin stays."""
    membership = facility.memberships.current().get(user=person(request))
    if request.method == "POST":
        try:
            end(membership, by=person(request))
        except LastAdmin as refused:
            messages.error(request, refused.sentence)
            return redirect("members:list", facility.public_id)
        messages.success(request, f"{facility.name}の職員から外れました")
        return redirect("accounts:home")
    return _asked(request, membership, "facilities/facility/leave.html")


def _current(facility: Facility, pk: int) -> Membership:
    """Return a membership of the facility; 404 for another's, 409 for one that has ended meanwhile."""
    membership = get_object_or_404(facility.memberships.select_related("user", "facility"), pk=pk)
    if membership.left_at:
        raise NotNow(membership, "change")
    return membership


def _asked(request: FacilityRequest, membership: Membership, template: str, **more: Any) -> HttpResponse:
    context = {
        "facility": membership.facility,
        "membership": membership,
        "is_last_admin": is_last_admin(membership),
        **more,
    }
    return render(request, template, context)


def _on(request: FacilityRequest, facility: Facility) -> HttpResponse:
    """Lead to the list, or home for somebody who removed themselves."""
    if facility.is_served_by(person(request)):
        return redirect("members:list", facility.public_id)
    return redirect("accounts:home")
