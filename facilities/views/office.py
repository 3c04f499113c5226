"""Every facility with its people: the office re-issues access and changes the registered address, the ministry reads."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Max, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from facilities import access
from facilities.filters import FacilityFilter
from facilities.forms.office import AddressForm
from facilities.history import history_of
from facilities.lifecycle import ADDRESS_CHANGE, AddressChangeStatus
from facilities.models import AddressChange, Facility
from keynet.accounts.audience import person
from keynet.accounts.fresh import fresh_login_required
from keynet.accounts.limits import TooManyMails

A_PAGE = 50
PRESENT = Q(memberships__left_at=None)


@require_safe
def facilities(request: HttpRequest) -> HttpResponse:
    """List the confirmed facilities with the number of their people and the last sign-in."""
    people = {
        "people": Count("memberships", filter=PRESENT),
        "admins": Count("memberships", filter=PRESENT & Q(memberships__role="admin")),
        "seen_at": Max("memberships__user__last_login", filter=PRESENT),
    }
    visible = Facility.objects.overseen_by(person(request))
    found = FacilityFilter(request.GET, queryset=visible)
    # Only the facilities of the page are counted, not all that were found.
    page = Paginator(found.qs.order_by("prefecture", "name", "pk"), A_PAGE).get_page(request.GET.get("page"))
    shown = Facility.objects.filter(pk__in=[facility.pk for facility in page]).annotate(**people)
    context = {
        "filter": found,
        "page": page,
        "facilities": shown.order_by("prefecture", "name", "pk"),
        "is_office": _is_office(request),
    }
    return render(request, "facilities/office/facilities.html", context)


@require_safe
def facility(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Show one facility, its people and what happened to them."""
    return _page(request, _visible(request, public_id))


@require_POST
@fresh_login_required
def reissue(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Send access to the registered address, and tell every admin."""
    found = _visible(request, public_id)
    try:
        access.reissue(found, by=person(request))
    except TooManyMails as refused:
        messages.error(request, f"{refused.sentence}。")
    else:
        messages.success(request, "登録アドレスへアクセスを再発行し、管理者の全員にお知らせします")
    return redirect("office_facilities:one", public_id)


@require_http_methods(["GET", "HEAD", "POST"])
@fresh_login_required
def change_address(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Ask a colleague to confirm another registered address."""
    found = _visible(request, public_id)
    form = AddressForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            access.ask_change(
                found, form.cleaned_data["email"], form.cleaned_data["reason"], by=person(request)
            )
        except access.AlreadyAsked:
            form.add_error(None, "登録アドレスの変更が、すでに確認を待っています。先に処理してください")
        else:
            messages.success(request, "登録アドレスの変更を依頼しました。ほかの職員が確かめると、変わります")
            return redirect("office_facilities:one", public_id)
    return render(request, "facilities/office/address.html", {"facility": found, "form": form})


@require_POST
@fresh_login_required
def confirm_address(request: HttpRequest, public_id: UUID, pk: int) -> HttpResponse:
    """The second officer agrees."""
    access.confirm_change(_change(request, public_id, pk), by=person(request))
    messages.success(request, "登録アドレスを変えました。前と新しいアドレス、管理者の全員にお知らせします")
    return redirect("office_facilities:one", public_id)


@require_POST
def drop_address(request: HttpRequest, public_id: UUID, pk: int) -> HttpResponse:
    """Leave the address as it is."""
    _change(request, public_id, pk).drop(by=person(request))
    messages.success(request, "登録アドレスの変更を取りやめました")
    return redirect("office_facilities:one", public_id)


def _visible(request: HttpRequest, public_id: UUID) -> Facility:
    seen = Facility.objects.overseen_by(person(request)).select_related("parent")
    return get_object_or_404(seen, public_id=public_id)


def _change(request: HttpRequest, public_id: UUID, pk: int) -> AddressChange:
    own = _visible(request, public_id).address_changes.select_related("facility")
    return get_object_or_404(own, pk=pk)


def _is_office(request: HttpRequest) -> bool:
    return request.path.startswith("/office/")


def _page(request: HttpRequest, facility: Facility) -> HttpResponse:
    reader = person(request)
    change = (
        facility.address_changes.filter(status=AddressChangeStatus.ASKED).select_related("asked_by").first()
    )
    context: dict[str, Any] = {
        "facility": facility,
        "members": facility.memberships.current().select_related("user").order_by("role", "joined_at", "pk"),
        "invited": facility.invitations.waiting().order_by("pk"),
        "branches": facility.branches.order_by("name", "pk"),
        "registrations": facility.registrations.exclude(decided_at=None).order_by("-pk"),
        "history": history_of(facility, reader),
        "change": change,
        "moves": ADDRESS_CHANGE.available(change, reader) if change else [],
        "is_office": _is_office(request),
    }
    return render(request, "facilities/office/facility.html", context)
