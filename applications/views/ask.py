"""Asking a facility beside a posting: form, code, receipt and answer."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from applications import asking
from applications.forms.ask import AskForm
from applications.forms.code import CodeForm
from applications.keeping import SentBefore
from applications.lifecycle import InquiryStatus
from applications.models import Inquiry
from applications.proving import WrongCode, send_code
from applications.standing import inquiry_standing
from applications.views.by_link import by_link
from applications.views.shown import public_posting
from keynet.accounts.limits import TooManyMails, TooMuch, demand_place
from keynet.lifecycle import NotNow

UNPROVED = InquiryStatus.UNPROVED


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, number: str) -> HttpResponse:
    """Take a question; also about a posting that takes no applications any more."""
    posting = public_posting(number)
    form = AskForm(request.POST if request.method == "POST" else None)
    status = 200
    if form.is_valid():
        try:
            demand_place(request, "inquiry")
            token = asking.start(posting, form.facts(), submission_id=form.cleaned_data["submission_id"])
            return redirect("applications:inquiry", token)
        except SentBefore:
            return render(request, "applications/public/sent_before.html", {"posting": posting}, status=409)
        except TooMuch as limit:
            form.add_error("email" if isinstance(limit, TooManyMails) else None, limit.sentence)
            status = 429
    return render(request, "applications/public/ask.html", {"posting": posting, "form": form}, status=status)


@require_safe
@by_link(Inquiry)
def inquiry(request: HttpRequest, inquiry: Inquiry, token: str) -> HttpResponse:
    """Show question and answer; until the address is proved, ask for the code."""
    if inquiry.status == UNPROVED:
        return _code_page(request, inquiry, token, CodeForm())
    return render(request, "applications/applicant/inquiry.html", inquiry_standing(inquiry, token))


@require_POST
@by_link(Inquiry)
def prove(request: HttpRequest, inquiry: Inquiry, token: str) -> HttpResponse:
    """Take the code; a second press of the button leads to the same page."""
    form = CodeForm(request.POST)
    if inquiry.status == UNPROVED:
        if form.is_valid():
            try:
                asking.receive(inquiry, token=token, code=form.cleaned_data["code"])
                messages.success(request, "質問を施設に届けました")
            except WrongCode as wrong:
                form.wrong(wrong.tries_left)
            except NotNow:
                inquiry.refresh_from_db()
        if form.errors:
            return _code_page(request, inquiry, token, form)
    return redirect("applications:inquiry", token)


@require_POST
@by_link(Inquiry)
def new_code(request: HttpRequest, inquiry: Inquiry, token: str) -> HttpResponse:
    """Mail another code, within the limits of one address."""
    if inquiry.status == UNPROVED:
        try:
            send_code(inquiry)
            messages.success(request, "新しい確認コードを送りました")
        except TooManyMails as limit:
            messages.warning(request, limit.sentence)
    return redirect("applications:inquiry", token)


def _code_page(request: HttpRequest, inquiry: Inquiry, token: str, form: CodeForm) -> HttpResponse:
    context = {"inquiry": inquiry, "token": token, "form": form}
    return render(request, "applications/applicant/inquiry_code.html", context)
