"""The page behind a mailed link: the facility says that its posting is still true, prolongs it, or ends it."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from keynet.accounts.models.mailed_link import LinkGone
from keynet.vocabulary.japanese import date_ja
from keynet.vocabulary.recruiting import CloseReason
from postings.forms.facility import CloseForm
from postings.lifecycle import POSTING
from postings.models import Posting
from postings.upkeep import extending
from postings.upkeep.freshness import links


def _by_link(
    view: Callable[Concatenate[HttpRequest, Posting, str, ...], HttpResponse],
) -> Callable[..., HttpResponse]:
    """Give the view the posting of the link in the address; 404 for an unknown link, 410 for one that is over."""

    @wraps(view)
    def opened_view(request: HttpRequest, token: str) -> HttpResponse:
        try:
            return view(request, links.opened(token), token)
        except LinkGone as gone:
            if gone.reason == "unknown":
                raise Http404 from gone
            return render(request, "postings/public/current_gone.html", status=410)

    return opened_view


@require_safe
@_by_link
def page(request: HttpRequest, posting: Posting, token: str) -> HttpResponse:
    """Show what is public, and the buttons; nothing is done by opening the page."""
    return _page(request, posting, token, CloseForm())


@require_POST
@_by_link
def affirm(request: HttpRequest, posting: Posting, token: str) -> HttpResponse:
    """「最新です」."""
    posting.affirm(by=links.holder(posting))
    messages.success(request, "内容が最新であることを受け付けました。情報の時点を、いまの日時にしました")
    return redirect("current:page", token)


@require_POST
@_by_link
def extend(request: HttpRequest, posting: Posting, token: str) -> HttpResponse:
    """Put the last day off by the one step that the page offers."""
    until = extending.next_last_day(posting)
    if until:
        extending.extend(posting, until, by=links.holder(posting))
        messages.success(request, f"公開終了予定日を{date_ja(until)}に延ばしました")
    return redirect("current:page", token)


@require_POST
@_by_link
def close(request: HttpRequest, posting: Posting, token: str) -> HttpResponse:
    """End the posting for a reason."""
    form = CloseForm(request.POST)
    if not form.is_valid():
        return _page(request, posting, token, form)
    reason = CloseReason(form.cleaned_data["reason"])
    posting.close(by=links.holder(posting), reason=reason)
    messages.success(request, f"募集を終了しました（{reason.label}）")
    return redirect("current:page", token)


def _page(request: HttpRequest, posting: Posting, token: str, form: CloseForm) -> HttpResponse:
    moves = POSTING.available(posting, links.holder(posting))
    context = {
        "posting": posting,
        "token": token,
        "form": form,
        "moves": moves,
        "next_last_day": extending.next_last_day(posting) if "close" in moves else None,
    }
    return render(request, "postings/public/current.html", context)
