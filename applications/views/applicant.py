"""The applicant's pages behind the secret link: code, receipt, status."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from applications import applying, links
from applications.changes import changes_since
from applications.forms.code import CodeForm
from applications.lifecycle import ApplicationStatus
from applications.models import Application
from applications.others import clashes
from applications.proving import WrongCode, send_code
from applications.standing import standing
from applications.views.by_link import by_link
from applications.views.shown import not_open
from keynet.accounts.limits import TooManyMails
from keynet.lifecycle import NotNow
from keynet.vocabulary.japanese import date_ja

UNPROVED = ApplicationStatus.UNPROVED


@require_safe
@by_link(Application)
def status(request: HttpRequest, application: Application, token: str) -> HttpResponse:
    """Show how things stand; until the address is proved, ask for the code."""
    if application.status == UNPROVED:
        return _code_page(request, application, token, _code_form(application))
    return render(request, "applications/applicant/status.html", standing(application, token))


@require_POST
@by_link(Application)
def prove(request: HttpRequest, application: Application, token: str) -> HttpResponse:
    """Take the code; a second press of the button leads to the same receipt."""
    form = CodeForm(request.POST)
    if application.status == UNPROVED and form.is_valid():
        sent = form.cleaned_data
        try:
            applying.receive(application, token=token, code=sent["code"], version=sent["version"])
        except applying.NotOpen:
            return not_open(request, application.posting)
        except applying.TermsChanged:
            return _code_page(request, application, token, _code_form(application))
        except applying.AppliedBefore as before:
            return _show_first(request, before.first)
        except applying.Overlapping as clash:
            # The address is proved: its owner may go on to the application that is in the way.
            known = {"other": clash.other, "other_token": links.issue(clash.other)}
            context = {"posting": application.posting, **known}
            return render(request, "applications/applicant/overlapping.html", context, status=409)
        except WrongCode as wrong:
            form.wrong(wrong.tries_left)
        except NotNow:
            application.refresh_from_db()
    if application.status == UNPROVED and form.errors:
        return _code_page(request, application, token, form)
    return redirect("applications:received", token)


@require_POST
@by_link(Application)
def new_code(request: HttpRequest, application: Application, token: str) -> HttpResponse:
    """Mail another code, within the limits of one address."""
    if application.status == UNPROVED:
        try:
            send_code(application)
            messages.success(request, "新しい確認コードを送りました")
        except TooManyMails as limit:
            messages.warning(request, limit.sentence)
    return redirect("applications:status", token)


@require_safe
@by_link(Application)
def received(request: HttpRequest, application: Application, token: str) -> HttpResponse:
    """Say that it arrived: its number, what happens next and by when."""
    if application.status == UNPROVED:
        return redirect("applications:status", token)
    context = {
        "application": application,
        "token": token,
        "clashes": clashes(application.posting, application.email),
    }
    return render(request, "applications/applicant/received.html", context)


def _code_form(application: Application) -> CodeForm:
    return CodeForm(initial={"version": application.posting.version})


def _code_page(request: HttpRequest, application: Application, token: str, form: CodeForm) -> HttpResponse:
    context = {
        "application": application,
        "token": token,
        "form": form,
        "changes": changes_since(application.version, application.posting),
    }
    return render(request, "applications/applicant/code.html", context)


def _show_first(request: HttpRequest, first: Application) -> HttpResponse:
    """The address is proved, so its owner may see the application it sent before."""
    day = date_ja(timezone.localdate(first.submitted_at)) if first.submitted_at else ""
    messages.info(request, f"この求人には{day}に応募しています。2回目の応募は送っていません")
    return redirect("applications:status", links.issue(first))
