"""Acts that need a fresh login: whoever finds an open browser must not carry people's data or powers away.

Fresh means that the person proved who they are (password, mailed code, login app or passkey) within the last
`ACCOUNT_REAUTHENTICATION_TIMEOUT` seconds (reliability.md, Decision 8; NIST SP 800-63B).
"""

import time
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlsplit

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme

from keynet.accounts.models import User

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def is_fresh(request: HttpRequest) -> bool:
    """Return whether the person signed in, or proved themselves again, within the last five minutes."""
    if not isinstance(request.user, User):
        return False
    since = time.time() - settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
    return any(record["at"] > since for record in get_authentication_records(request, request.user))


def fresh_login_required(view: View[P]) -> View[P]:
    """Ask who it is before the view runs, and lead back to the page; for pages behind the audience gate."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        return view(request, *args, **kwargs) if is_fresh(request) else _ask(request)

    # Decorators around it copy the mark, so that a test over all URLs can see it.
    guarded.asks_again = True  # type: ignore[attr-defined]
    return guarded


def _ask(request: HttpRequest) -> HttpResponse:
    """Lead to the proof. A pressed button is not pressed again by itself: the page it stood on says so afterwards."""
    back = request.get_full_path()
    if request.method not in ("GET", "HEAD"):
        back = _page_of_the_button(request)
        messages.warning(
            request, "確認のあと、まだ実行していません。内容を確かめて、もう一度ボタンを押してください。"
        )
    if isinstance(request.user, User) and get_reauthentication_flows(request.user):
        return redirect_to_login(back, reverse("account_reauthenticate"))
    # Somebody without a password, login app or passkey proves the address again by a mailed code.
    login = redirect_to_login(back)["Location"]
    return render(request, "account/sign_in_again.html", {"login": login})


def _page_of_the_button(request: HttpRequest) -> str:
    """Return the page of this site on which the button stood, or the person's home."""
    came_from = request.headers.get("Referer", "")
    if url_has_allowed_host_and_scheme(came_from, {request.get_host()}, require_https=request.is_secure()):
        parts = urlsplit(came_from)
        try:
            resolve(parts.path)
        except Resolver404:
            pass
        else:
            return parts._replace(scheme="", netloc="").geturl()
    return reverse("accounts:home")
