"""The second step of a login: who must have it, whether this browser has taken it, and where to go without it.

Consoles open only after a login app, a passkey or a recovery code (setting REQUIRE_MFA). A session in which nobody
proved one is led to do so, whatever the account has: a mailed first-login link must not go around it.
"""

from collections.abc import Callable

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from keynet.accounts.models import User

CONSOLES = frozenset({"office", "ministry", "prefecture", "nurse_center", "facility"})
"""The audiences whose pages open only after it."""

DEMANDS: list[Callable[[User], bool]] = []
"""Filled by the apps' configs: each says of a person whether its powers demand a second step."""


def is_demanded(user: User) -> bool:
    """Return whether the person's powers demand it: every appointment, and what the apps above say."""
    return bool(user.current_appointments) or any(demand(user) for demand in DEMANDS)


def has_second_factor(user: User) -> bool:
    """Return whether the person has a login app or a passkey; recovery codes alone are none."""
    return Authenticator.objects.filter(user=user).exclude(type=Authenticator.Type.RECOVERY_CODES).exists()


def is_proved(request: HttpRequest, user: User) -> bool:
    """Return whether the second step was taken in this session; asks the session only."""
    return any(record["method"] == "mfa" for record in get_authentication_records(request, user))


def led_to_second_step(request: HttpRequest, user: User) -> HttpResponse | None:
    """Return the way to the second step when a console must stay closed without it, else None."""
    if not settings.REQUIRE_MFA or is_proved(request, user) or not is_demanded(user):
        return None
    back = request.get_full_path() if request.method in ("GET", "HEAD") else reverse("accounts:home")
    page = "mfa_reauthenticate" if has_second_factor(user) else "accounts:protect"
    return redirect_to_login(back, reverse(page))
