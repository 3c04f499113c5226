"""What the operations office decides, one verb a path. Publishing is not among them: that is the facility's."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from keynet.accounts.audience import person
from postings.check import review
from postings.check.changes import look_at_changes as look_at
from postings.check.queue import waiting
from postings.forms.office import ConfirmForm, RejectForm, SeenForm, SendBackForm, SuspendForm
from postings.models import Posting
from postings.views.office import check_page, findings_of, visible_posting


@require_POST
def confirm(request: HttpRequest, number: str) -> HttpResponse:
    """Nothing is wrong: the facility may publish; a new facility gets its account."""
    posting = visible_posting(request, number)
    known = review.known_as(posting.facility) if review.waiting_registration(posting) else None
    form = ConfirmForm(request.POST, known=known)
    if form.is_valid():
        join = known if form.cleaned_data.get("settle") == "join" else None
        admit = bool(form.cleaned_data.get("admit"))
        try:
            review.confirm(posting, by=person(request), join=join, admit=admit)
        except ValidationError as refused:
            form.add_error(None, refused.messages)
        else:
            messages.success(request, _confirmed(posting))
            return redirect("office:queue")
    return check_page(request, visible_posting(request, number), confirm_form=form)


def _confirmed(posting: Posting) -> SafeString:
    """Say what was done, and lead to the posting that waits next."""
    done = f"{posting.number}を確認済みにしました。"
    following = waiting().first()
    if following is None:
        return format_html("{}確認待ちはありません", done)
    url = reverse("office:check", args=[following.number])
    return format_html('{}<a href="{}">次の確認待ち（{}）を開く</a>', done, url, following.number)


@require_POST
def send_back(request: HttpRequest, number: str) -> HttpResponse:
    """Something is missing or wrong: the facility gets the reasons, field by field."""
    posting = visible_posting(request, number)
    form = SendBackForm(request.POST, findings=findings_of(posting))
    if not form.is_valid():
        return check_page(request, posting, send_back_form=form)
    reasons, note = form.cleaned_data["reasons"], form.cleaned_data["note"]
    review.send_back(posting, by=person(request), reasons=reasons, note=note)
    messages.success(request, f"{posting.number}を差し戻しました")
    return redirect("office:queue")


@require_POST
def reject(request: HttpRequest, number: str) -> HttpResponse:
    """It can never be accepted here; the reason is told by mail."""
    posting = visible_posting(request, number)
    form = RejectForm(request.POST, prefix="reject")
    if not form.is_valid():
        return check_page(request, posting, reject_form=form)
    review.reject(posting, by=person(request), reason=form.cleaned_data["reason"])
    messages.success(request, f"{posting.number}を受付不可にしました")
    return redirect("office:queue")


@require_POST
def suspend(request: HttpRequest, number: str) -> HttpResponse:
    """Take it off the site at once (職業安定法5条の4)."""
    posting = visible_posting(request, number)
    form = SuspendForm(request.POST, prefix="suspend")
    if not form.is_valid():
        return check_page(request, posting, suspend_form=form)
    posting.suspend(by=person(request), reason=form.cleaned_data["reason"])
    messages.success(request, f"{posting.number}の掲載を停止しました")
    return redirect("office:check", number=posting.number)


@require_POST
def lift(request: HttpRequest, number: str) -> HttpResponse:
    """The reason for the suspension is gone; the facility takes applications again by itself."""
    posting = visible_posting(request, number)
    posting.lift(by=person(request))
    messages.success(request, f"{posting.number}の掲載停止を解除しました")
    return redirect("office:check", number=posting.number)


@require_POST
def look_at_changes(request: HttpRequest, number: str) -> HttpResponse:
    """The office has read what the facility changed after publication."""
    posting = visible_posting(request, number)
    form = SeenForm(request.POST)
    if not form.is_valid():
        return check_page(request, posting)
    look_at(posting, version=form.cleaned_data["version"], by=person(request))
    messages.success(request, f"{posting.number}の変更を確認済みにしました")
    return redirect("office:check", number=posting.number)


@require_POST
def first_login(request: HttpRequest, number: str) -> HttpResponse:
    """Mail the first-login link once more: the earlier one was lost or has run out."""
    registration = visible_posting(request, number).registration
    if registration is None:
        raise Http404
    review.send_first_login_again(registration, by=person(request))
    messages.success(request, "初回ログインのメールをもう一度送りました")
    return redirect("office:check", number=number)
