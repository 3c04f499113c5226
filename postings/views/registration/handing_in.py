"""The last look, the hand-in, and the proof of the mail address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from facilities.models import Registration
from keynet.accounts.limits import TooMuch, demand_place
from keynet.accounts.models.mailed_link import LinkGone, open_link
from keynet.forms.form import Form
from postings.forms.registration import HandInForm
from postings.registration import links
from postings.registration import steps as verbs
from postings.registration.confirming import confirm_page
from postings.views.registration.opened import gone_page, while_open, with_registration


@require_safe
@while_open
def confirm(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Show everything once more, what must be corrected, and what to look at again."""
    form = HandInForm(asks=bool(verbs.questions(registration)))
    return _confirm(request, registration, token, form)


@require_POST
@with_registration
def hand_in(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Hand in; the next page says what happens now."""
    form = HandInForm(request.POST, asks=bool(verbs.questions(registration)))
    if registration.status in links.OPEN and not form.is_valid():
        return _confirm(request, registration, token, form)
    form.is_valid()
    try:
        demand_place(request, "registration")
        verbs.hand_in(registration, once=str(form.cleaned_data["submission_id"]))
    except verbs.Incomplete:
        return redirect("registration:confirm", token)
    except TooMuch as limit:
        form.add_error(None, limit.sentence)
        return _confirm(request, registration, token, form, status=429)
    return redirect("registration:sent", token)


@require_safe
@with_registration
def sent(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Say that the mail has to be opened; once it has been, how things stand."""
    if registration.status != Registration.Status.UNPROVED:
        return redirect("registration:sheet", token)
    return render(request, "postings/registration/sent.html", {"registration": registration, "token": token})


@require_http_methods(["GET", "HEAD", "POST"])
def prove(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button: mail scanners open links, but they do not press. Then the number and the due date."""
    try:
        if request.method == "POST":
            verbs.prove(token)
            return redirect("registration:prove", token)
        open_link(links.PROVE, token)
    except LinkGone as gone:
        return _received_or_gone(request, gone)
    except verbs.Incomplete as incomplete:
        # The holder of this link reads the registration's mail, so the form may be opened for them.
        return redirect("registration:confirm", links.fresh_token(incomplete.registration))
    return render(request, "postings/registration/prove.html")


def _received_or_gone(request: HttpRequest, gone: LinkGone) -> HttpResponse:
    if gone.reason == "used" and gone.link:
        found = Registration.objects.exclude(received_at=None).select_related("posting")
        registration = found.filter(pk=gone.link.subject_id).first()
        if registration and request.method == "POST":
            return redirect(request.path)
        if registration:
            return render(request, "postings/registration/received.html", {"registration": registration})
    return gone_page(request, gone)


def _confirm(
    request: HttpRequest, registration: Registration, token: str, form: Form, status: int = 200
) -> HttpResponse:
    facts = {"registration": registration, "token": token, "form": form, **confirm_page(registration)}
    return render(request, "postings/registration/confirm.html", facts, status=status)
