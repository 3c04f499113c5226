"""Changing one's own mail address: where the link goes, and the page behind it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from keynet.accounts.address import ask_for_address, change_address, proved_address
from keynet.accounts.audience import person
from keynet.accounts.forms import NewAddressForm
from keynet.accounts.fresh import fresh_login_required
from keynet.accounts.limits import TooMuch, demand_place
from keynet.accounts.models.mailed_link import LinkGone


@fresh_login_required
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Take the new address; the answer is the same for every address."""
    user = person(request)
    form = NewAddressForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        try:
            demand_place(request, "address")
            ask_for_address(user, form.cleaned_data["email"])
        except TooMuch as limit:
            form.add_error("email", limit.sentence)
        else:
            return redirect("accounts:address_sent")
    return render(request, "account/address.html", {"form": form})


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """Say that a mail is under way."""
    return render(request, "account/address_sent.html")


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, token: str) -> HttpResponse:
    """Show what the link changes, then change it; only in a browser of the person who asked for it."""
    user = person(request)
    try:
        address = proved_address(token, user)
        if request.method == "POST":
            change_address(token, user)
            messages.success(request, f"ログインに使うメールアドレスを、{address}に変えました")
            return redirect("mfa_index")
    except LinkGone as gone:
        return render(request, "account/new_address_gone.html", {"reason": gone.reason}, status=410)
    return render(request, "account/new_address.html", {"address": address})
