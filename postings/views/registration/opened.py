"""Which registration a page is about: the secret in the address says it."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from facilities.models import Registration
from keynet.accounts.models.mailed_link import LinkGone
from keynet.lifecycle import NotNow
from postings.registration import links

View = Callable[Concatenate[HttpRequest, Registration, str, ...], HttpResponse]


def with_registration(view: View) -> Callable[..., HttpResponse]:
    """Give the view the registration of the link and the token; a link that is gone says what to do (410)."""

    @wraps(view)
    def opened_view(request: HttpRequest, token: str, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            registration = links.opened(token)
        except LinkGone as gone:
            return gone_page(request, gone)
        return view(request, registration, token, *args, **kwargs)

    return opened_view


def while_open(view: View) -> Callable[..., HttpResponse]:
    """Like `with_registration`, only while the clerk may change it: readers go to the sheet, writers get 409."""

    @wraps(view)
    def open_view(
        request: HttpRequest, registration: Registration, token: str, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if registration.status in links.OPEN:
            return view(request, registration, token, *args, **kwargs)
        if request.method == "POST":
            raise NotNow(registration, "save")
        return redirect("registration:sheet", token)

    return with_registration(open_view)


def gone_page(request: HttpRequest, gone: LinkGone) -> HttpResponse:
    """Say why the link cannot be used and how to get another (410)."""
    return render(request, "postings/registration/gone.html", {"reason": gone.reason}, status=410)
