"""What happens when somebody signs in. Apps above register what a guest's visit leaves to the person."""

from collections.abc import Callable

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.http import HttpRequest, HttpResponse

from keynet.accounts.models import User

ARRIVALS: list[Callable[[HttpRequest, User, HttpResponse], None]] = []
"""Filled by the apps' configs; each may write rows and change the answer. Signing in is always a POST."""


def enter(request: HttpRequest, user: User, *, to: str | None = None) -> HttpResponse:
    """Sign in somebody whom a mailed link has reached and lead on; a second step is asked for as after any login."""
    record_authentication(request, user, method="link")
    answer: HttpResponse = perform_login(request, user, redirect_url=to)
    return answer


def arrive(request: HttpRequest, user: User, response: HttpResponse) -> HttpResponse:
    """Run all of them and return the answer."""
    for arrival in ARRIVALS:
        arrival(request, user, response)
    return response
