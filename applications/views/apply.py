"""Applying (step 7 of the path): form, confirmation, then the code page behind a secret link."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from applications import applying
from applications.changes import changes_since, version_numbered
from applications.forms.apply import ApplyForm, ConsentForm
from applications.keeping import SentBefore
from applications.mine.owned import previous_answers
from applications.views.shown import carried, not_open, public_posting
from keynet.accounts.limits import TooManyMails, TooMuch, demand_place
from keynet.accounts.models import User
from postings.models import Posting


@require_http_methods(["GET", "HEAD", "POST"])
def apply(request: HttpRequest, number: str) -> HttpResponse:
    """Ask, show everything once more, then send: three steps at one address, what is typed travels with the form."""
    posting = public_posting(number)
    if not posting.is_live:
        return not_open(request, posting)
    form = ApplyForm(
        request.POST if request.method == "POST" else None, posting=posting, initial=_known(request)
    )
    step = request.POST.get("step")
    if step in ("look", "send") and form.is_valid():
        consent = ConsentForm(request.POST if step == "send" else None)
        return (
            _send(request, posting, form, consent)
            if consent.is_valid()
            else _look(request, posting, form, consent)
        )
    return _ask(request, posting, form)


def _known(request: HttpRequest) -> dict[str, Any]:
    """Return the answers of the last application of whoever is signed in."""
    return previous_answers(request.user) if isinstance(request.user, User) else {}


def _send(request: HttpRequest, posting: Posting, form: ApplyForm, consent: ConsentForm) -> HttpResponse:
    """Keep the application and lead to its page; whatever came between is shown with everything still typed."""
    sent = form.cleaned_data
    try:
        demand_place(request, "application")
        token = applying.start(
            posting, form.facts(), submission_id=sent["submission_id"], version=sent["version"]
        )
    except applying.NotOpen:
        return not_open(request, posting)
    except applying.TermsChanged:
        posting.refresh_from_db()
        return _look(request, posting, form, ConsentForm())
    except SentBefore:
        return render(request, "applications/public/sent_before.html", {"posting": posting}, status=409)
    except TooMuch as limit:
        form.add_error("email" if isinstance(limit, TooManyMails) else None, limit.sentence)
        return _ask(request, posting, form, status=429)
    return redirect("applications:status", token)


def _ask(request: HttpRequest, posting: Posting, form: ApplyForm, status: int = 200) -> HttpResponse:
    context = {"posting": posting, "form": form}
    return render(request, "applications/public/apply.html", context, status=status)


def _look(request: HttpRequest, posting: Posting, form: ApplyForm, consent: ConsentForm) -> HttpResponse:
    """Show every answer and every term, hidden names too, and what changed since the form was opened."""
    seen = version_numbered(posting, form.cleaned_data["version"])
    context = {
        "posting": posting,
        "form": form,
        "consent": consent,
        "changes": changes_since(seen, posting) if seen else [],
        "carried": carried(request, "version", "agreed"),
    }
    return render(request, "applications/public/confirm.html", context)
