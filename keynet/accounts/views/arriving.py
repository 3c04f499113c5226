"""The first login and the home that leads on to a person's consoles."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from keynet.accounts.arrivals import enter
from keynet.accounts.audience import SEEKERS_HOME, person
from keynet.accounts.consoles import consoles_of
from keynet.accounts.first_login import finish_first_login, open_first_login
from keynet.accounts.forms import FirstPasswordForm
from keynet.accounts.models.mailed_link import LinkGone


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Lead to the person's only console, or list them all: which one acts stands in the URL from there on.

    Who works nowhere looks for work.
    """
    consoles = consoles_of(person(request))
    if not consoles:
        return redirect(SEEKERS_HOME)
    if len(consoles) == 1:
        return redirect(consoles[0].url)
    return render(request, "account/home.html", {"consoles": consoles})


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def first_login(request: HttpRequest, token: str) -> HttpResponse:
    """Set the first password through the mailed link and sign in."""
    try:
        user = open_first_login(token)
        form = FirstPasswordForm(request.POST or None, user=user)
        if request.method == "POST" and form.is_valid():
            arrived = finish_first_login(token, form.cleaned_data["password"])
            return enter(request, arrived)
    except LinkGone as gone:
        return render(request, "account/first_login_gone.html", {"reason": gone.reason}, status=410)
    return render(request, "account/first_login.html", {"form": form, "person": user})
