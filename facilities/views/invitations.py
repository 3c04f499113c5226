"""Inviting colleagues, and what becomes of an invitation that waits."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from facilities import invitations
from facilities.acting import FacilityRequest, for_admin, for_fresh_admin
from facilities.branches import sisters_of
from facilities.forms.people import InviteForm
from facilities.models import Facility, Invitation
from keynet.accounts.audience import person
from keynet.accounts.limits import TooManyMails


@require_http_methods(["GET", "HEAD", "POST"])
@for_fresh_admin
def invite(request: FacilityRequest, facility: Facility) -> HttpResponse:
    """Ask for an address and a role, and mail the link."""
    by = person(request)
    form = InviteForm(request.POST if request.method == "POST" else None, sisters=sisters_of(facility, by))
    if form.is_valid():
        given = form.cleaned_data
        try:
            invitations.invite(facility, given["email"], given["role"], by=by, also=form.chosen_sisters)
        except invitations.AlreadyMember:
            form.add_error("email", "この方は、すでに職員の一覧にいます")
        except invitations.AlreadyInvited:
            form.add_error("email", "すでに招待しています。職員の一覧から、もう一度送ってください")
        except TooManyMails as refused:
            form.add_error("email", refused.sentence)
        else:
            messages.success(request, f"{given['email']}に招待のメールを送ります")
            return redirect("members:list", facility.public_id)
    return render(request, "facilities/facility/invite.html", {"facility": facility, "form": form})


@require_POST
@for_fresh_admin
def renew(request: FacilityRequest, facility: Facility, pk: int) -> HttpResponse:
    """Mail the link afresh; the earlier one stops working."""
    try:
        invitations.send(_own(facility, pk), by=person(request))
    except TooManyMails as refused:
        messages.error(request, f"{refused.sentence}。")
    else:
        messages.success(request, "招待のメールをもう一度送ります。前のリンクは使えなくなりました")
    return redirect("members:list", facility.public_id)


@require_POST
@for_admin
def withdraw(request: FacilityRequest, facility: Facility, pk: int) -> HttpResponse:
    """Take the invitation back."""
    invitations.withdraw(_own(facility, pk), by=person(request))
    messages.success(request, "招待を取り消しました。送ったリンクは使えなくなりました")
    return redirect("members:list", facility.public_id)


def _own(facility: Facility, pk: int) -> Invitation:
    return get_object_or_404(facility.invitations.select_related("facility"), pk=pk)
