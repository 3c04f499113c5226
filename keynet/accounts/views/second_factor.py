"""Setting up the second step: login app, passkeys, recovery codes. allauth does the work; a GET writes nothing."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal import flows
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from keynet.accounts.audience import person
from keynet.accounts.consoles import consoles_of
from keynet.accounts.fresh import fresh_login_required
from keynet.accounts.second_factor import has_second_factor, is_demanded


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Show how one signs in, and lead to everything that changes it."""
    user = person(request)
    own = Authenticator.objects.filter(user=user).order_by("created_at", "pk")
    kinds = {one.type for one in own}
    context = {
        "passkeys": [one for one in own if one.type == Authenticator.Type.WEBAUTHN],
        "has_app": Authenticator.Type.TOTP in kinds,
        "has_codes": Authenticator.Type.RECOVERY_CODES in kinds,
        "is_demanded": is_demanded(user),
        "is_required": settings.REQUIRE_MFA,
        "home_name": "所属の一覧" if consoles_of(user) else "マイページ",
    }
    return render(request, "account/security.html", context)


@require_safe
def protect(request: HttpRequest) -> HttpResponse:
    """Say why a console stays closed, and offer the two ways to a second step."""
    return render(request, "account/protect.html", {"done": has_second_factor(person(request))})


class LoginApp(ActivateTOTPView):
    """The key of a login app; the code that proves it counts as this session's second step."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep the key."""
        answer = super().form_valid(form)
        record_authentication(self.request, person(self.request), "mfa", type=Authenticator.Type.TOTP)
        return answer


class NewPasskey(AddWebAuthnView):
    """A passkey kept by the device, unlocked by finger, face or PIN."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Ask the device for a key of the kind that also names its owner."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["form"] = kwargs.get("form") or context["form"]
        context["js_data"] = {"creation_options": auth.begin_registration(person(self.request), True)}
        return context

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep the public half of the key."""
        answer = super().form_valid(form)
        record_authentication(self.request, person(self.request), "mfa", type=Authenticator.Type.WEBAUTHN)
        return answer


class GonePasskey(RemoveWebAuthnView):
    """Taking a passkey off, unless it is the last second step of somebody who needs one."""

    success_url = reverse_lazy("mfa_index")

    def form_valid(self, form: Any) -> HttpResponse:
        """Take it off."""
        if not get_adapter().can_delete_authenticator(self.object):
            messages.error(self.request, get_adapter().error_messages["cannot_delete_authenticator"])
            return redirect(self.success_url)
        answer: HttpResponse = super().form_valid(form)
        return answer


@fresh_login_required
@require_http_methods(["GET", "HEAD", "POST"])
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """Say how many codes are left; a POST shows a new set once, so that nobody reads them later over a shoulder."""
    codes = Authenticator.objects.filter(user=person(request), type=Authenticator.Type.RECOVERY_CODES).first()
    if codes is None:
        return redirect("mfa_index")
    wrapped = codes.wrap()
    shown: list[str] = []
    if request.method == "POST" and not wrapped.did_view:
        wrapped.mark_as_viewed()
        shown = wrapped.get_unused_codes()
    context = {"codes": shown, "seen": wrapped.did_view, "left": len(wrapped.get_unused_codes())}
    return render(request, "account/recovery_codes.html", context)


@fresh_login_required
@require_POST
def new_recovery_codes(request: HttpRequest) -> HttpResponse:
    """Replace the set; the old ones stop working."""
    if not has_second_factor(person(request)):
        return redirect("mfa_index")
    flows.generate_recovery_codes(request)
    return redirect("mfa_view_recovery_codes")
