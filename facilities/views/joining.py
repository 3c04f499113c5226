"""The page behind an invitation's link: a new person sets a password, a known one signs in first."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from facilities import invitations
from facilities.forms.people import JoinForm
from facilities.models import Invitation
from keynet.accounts.arrivals import enter
from keynet.accounts.first_login import has_begun
from keynet.accounts.models import User
from keynet.accounts.models.mailed_link import LinkGone


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, token: str) -> HttpResponse:
    """Let the invited person in, in the way that fits whether they have an account."""
    try:
        invitation = invitations.opened(token)
        known = User.objects.filter(email=invitation.email).first()
        if known is None or not has_begun(known):
            return _join_anew(request, token, invitation)
        return _join_known(request, token, invitation, known)
    except LinkGone as gone:
        if gone.reason == "unknown":
            raise Http404 from gone
        return render(request, "facilities/joining/gone.html", {"reason": gone.reason}, status=410)


def _join_anew(request: HttpRequest, token: str, invitation: Invitation) -> HttpResponse:
    form = JoinForm(request.POST if request.method == "POST" else None, user=User(email=invitation.email))
    if not form.is_valid():
        return render(request, "facilities/joining/new.html", _facts(invitation) | {"form": form})
    given = form.cleaned_data
    person = invitations.join_anew(token, name=given["name"], password=given["password"])
    return enter(request, person)


def _join_known(request: HttpRequest, token: str, invitation: Invitation, known: User) -> HttpResponse:
    if request.method == "POST" and request.user == known:
        invitations.join(token, known)
        messages.success(request, f"{invitation.facility.name}に参加しました")
        return redirect("facility:home", invitation.facility.public_id)
    is_somebody_else = request.user.is_authenticated and request.user != known
    more = {"is_invited": request.user == known, "is_somebody_else": is_somebody_else}
    return render(request, "facilities/joining/known.html", _facts(invitation) | more)


def _facts(invitation: Invitation) -> dict[str, object]:
    return {"invitation": invitation, "facilities": invitations.places_of(invitation)}
