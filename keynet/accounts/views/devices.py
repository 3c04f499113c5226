"""ログイン中の端末."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from keynet.accounts.audience import person
from keynet.accounts.devices import devices_of, end_devices


@require_safe
def devices(request: HttpRequest) -> HttpResponse:
    """List the browsers in which the person is signed in."""
    found = devices_of(person(request), current=request.session.session_key)
    return render(request, "account/devices.html", {"devices": found})


@require_POST
def end(request: HttpRequest, number: int) -> HttpResponse:
    """Sign out in one other browser; this one has its own button for that."""
    if not end_devices(person(request), number=number, but=request.session.session_key):
        raise Http404
    messages.success(request, "その端末をログアウトしました")
    return redirect("accounts:devices")


@require_POST
def end_others(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    ended = end_devices(person(request), but=request.session.session_key)
    messages.success(request, f"ほかの端末{ended}台をログアウトしました")
    return redirect("accounts:devices")
