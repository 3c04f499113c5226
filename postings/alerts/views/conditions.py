"""Saving a condition without an account: ask, look at what it would have brought, start by the mailed link."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from keynet.accounts.limits import TooManyMails, TooMuch, demand_place
from keynet.accounts.models.mailed_link import LinkGone
from postings.alerts.conditions import asking
from postings.alerts.conditions.links import MANAGE, START
from postings.alerts.conditions.preview import preview as past_letters
from postings.alerts.conditions.stored import can_be_stored, criteria_of, in_words, lasting, query_of
from postings.alerts.forms.condition import ConditionForm
from postings.alerts.models import Frequency, SavedCondition
from postings.search.criteria import Criteria, read
from postings.search.landing import address


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Say what would come and ask where to; the condition stands in the address, as that of a search."""
    found, unusable = read(request.GET)
    criteria = lasting(found)
    if not can_be_stored(criteria):
        return render(request, "postings/alerts/conditions/choose.html", {"search": address(criteria)})
    form, status = ConditionForm(request.POST or None), 200
    if request.method == "POST" and form.is_valid():
        try:
            demand_place(request, "condition")
            _ask(criteria, form.cleaned_data)
            return redirect("alerts:sent")
        except TooMuch as limit:
            form.add_error("email" if isinstance(limit, TooManyMails) else None, limit.sentence)
            status = 429
    context = {"form": form, "unusable": unusable, **_shown(criteria)}
    return render(request, "postings/alerts/conditions/new.html", context, status=status)


def _ask(criteria: Criteria, answers: dict[str, Any]) -> None:
    asking.ask(
        criteria,
        address=answers["email"],
        frequency=answers["frequency"],
        once=str(answers["submission_id"]),
    )


def _shown(criteria: Criteria) -> dict[str, Any]:
    """Return the condition as pages show it, with what each frequency would have brought."""
    past = [(every, past_letters(criteria, every.value)) for every in Frequency]
    return {
        "words": in_words(criteria),
        "query": query_of(criteria),
        "search": address(criteria),
        "past": past,
    }


@require_safe
def preview(request: HttpRequest) -> HttpResponse:
    """Show the letters that the last thirty days would have brought."""
    criteria = lasting(read(request.GET)[0])
    if not can_be_stored(criteria):
        return redirect("alerts:new")
    every = Frequency.WEEKLY if request.GET.get("every") == Frequency.WEEKLY else Frequency.DAILY
    context = {
        "words": in_words(criteria),
        "query": query_of(criteria),
        "every": every,
        "past": past_letters(criteria, every.value),
    }
    return render(request, "postings/alerts/conditions/preview.html", context)


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """Say what happens next: the same for every address."""
    return render(request, "postings/alerts/conditions/sent.html", {"days": asking.KEPT_FOR_DAYS})


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest, token: str) -> HttpResponse:
    """Show the condition; only the button starts it, so that a link scanner cannot."""
    condition = START.opens(token)
    if condition is None or condition.subscriber is None:
        return render(request, "postings/alerts/conditions/gone.html", status=410)
    full = False
    if request.method == "POST":
        try:
            return _started(request, condition)
        except LinkGone:
            return render(request, "postings/alerts/conditions/gone.html", status=410)
        except asking.TooManyConditions:
            full = True
    context = {
        "condition": condition,
        "full": full,
        "most": asking.MOST,
        **_shown(criteria_of(condition.query)),
    }
    context["manage_url"] = MANAGE.path(condition.subscriber)
    return render(request, "postings/alerts/conditions/start.html", context, status=409 if full else 200)


def _started(request: HttpRequest, condition: SavedCondition) -> HttpResponse:
    subscriber = asking.start(condition)
    messages.success(request, "条件お知らせを始めました")
    return redirect(MANAGE.path(subscriber))
