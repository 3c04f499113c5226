"""What the owner of saved conditions does through the links that every letter carries."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from postings.alerts.conditions import managing
from postings.alerts.conditions.links import MANAGE, STOP
from postings.alerts.conditions.stored import criteria_of, in_words
from postings.alerts.forms.condition import FrequencyForm, StopForm
from postings.alerts.models import Frequency, SavedCondition, Subscriber
from postings.alerts.views.one_click import has_stopped
from postings.search.landing import address

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, str, P], HttpResponse]
OwnersView = Callable[Concatenate[HttpRequest, Subscriber, P], HttpResponse]
GONE = "postings/alerts/conditions/gone.html"


def by_its_letter(view: OwnersView[P]) -> View[P]:
    """Let the view be called by whoever holds the link of a letter, with the subscriber that the letter went to."""

    @wraps(view)
    def opened(request: HttpRequest, token: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        subscriber = MANAGE.opens(token)
        if subscriber is None:
            return render(request, GONE, status=410)
        return view(request, subscriber, *args, **kwargs)

    return opened


@require_safe
@by_its_letter
def manage(request: HttpRequest, subscriber: Subscriber) -> HttpResponse:
    """List the conditions. The address is not shown: letters with good news are passed on to friends."""
    rows = [
        {"condition": one, "words": in_words(criteria), "search": address(criteria), "other": _other(one)}
        for one in subscriber.conditions.started()
        for criteria in [criteria_of(one.query)]
    ]
    context = {"rows": rows, "token": MANAGE.token(subscriber), "stop_url": STOP.path(subscriber)}
    return render(request, "postings/alerts/conditions/manage.html", context)


@require_POST
@by_its_letter
def change(request: HttpRequest, subscriber: Subscriber, pk: int) -> HttpResponse:
    """Look a condition up daily or weekly."""
    condition = _its(subscriber, pk)
    form = FrequencyForm(request.POST)
    if form.is_valid():
        managing.change_frequency(condition, form.cleaned_data["frequency"])
        messages.success(request, "お知らせの頻度を変えました")
    return redirect(MANAGE.path(subscriber))


@require_POST
@by_its_letter
def pause(request: HttpRequest, subscriber: Subscriber, pk: int) -> HttpResponse:
    """No letters for a condition until it is resumed."""
    _its(subscriber, pk).pause(by=subscriber.holder)
    messages.success(request, "お知らせを一時停止しました。再開するまで、メールは届きません")
    return redirect(MANAGE.path(subscriber))


@require_POST
@by_its_letter
def resume(request: HttpRequest, subscriber: Subscriber, pk: int) -> HttpResponse:
    """Letters again from now on."""
    _its(subscriber, pk).resume(by=subscriber.holder)
    messages.success(request, "お知らせを再開しました。これから公開される求人をお知らせします")
    return redirect(MANAGE.path(subscriber))


@require_POST
@by_its_letter
def stop_one(request: HttpRequest, subscriber: Subscriber, pk: int) -> HttpResponse:
    """End one condition; the last one takes the address with it."""
    if managing.stop_one(_its(subscriber, pk), subscriber):
        return redirect("alerts:stopped")
    messages.success(request, "この条件のお知らせを停止しました")
    return redirect(MANAGE.path(subscriber))


# RFC 8058: the mail program posts without cookies and without a token of ours; the signed link is the proof.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Show the one button that stops everything, and ask why; a POST stops at once, also the second time."""
    subscriber = STOP.opens(token)
    form = StopForm(request.POST or None)
    if request.method == "POST":
        if subscriber is not None:
            managing.stop_all(subscriber, reason=form.cleaned_data["reason"] if form.is_valid() else "")
        return has_stopped(request, "postings/alerts/conditions/stopped.html", "alerts:stopped")
    if subscriber is None:
        return render(request, GONE, status=410)
    context = {"form": form, "number": subscriber.conditions.started().count()}
    return render(request, "postings/alerts/conditions/stop.html", context)


@require_safe
def stopped(request: HttpRequest) -> HttpResponse:
    """Say that nothing more will come, and that the address is forgotten."""
    return render(request, "postings/alerts/conditions/stopped.html")


def _its(subscriber: Subscriber, pk: int) -> SavedCondition:
    return get_object_or_404(subscriber.conditions.started(), pk=pk)


def _other(condition: SavedCondition) -> Frequency:
    return Frequency.DAILY if condition.frequency == Frequency.WEEKLY else Frequency.WEEKLY
