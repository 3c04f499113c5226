"""The office's queue of reports, the oldest first, and what it does with one: take, ask, settle."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from keynet.accounts.audience import person
from keynet.forms import Form
from postings.complaints import reading
from postings.complaints.settling import settle as settle_with_its_posting
from postings.forms.complaint import QuestionForm, SettleForm
from postings.lifecycle import COMPLAINT
from postings.models import Complaint

A_PAGE = 50


@require_safe
def complaints(request: HttpRequest) -> HttpResponse:
    """Show what waits, the oldest first; with `?settled=1` what was settled, the newest first."""
    settled = request.GET.get("settled") == "1"
    found = reading.settled() if settled else reading.waiting()
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "settled": settled, "is_office": request.path.startswith("/office/")}
    return render(request, "postings/office/complaints.html", context)


@require_safe
def complaint(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one report beside the posting that it is about."""
    return _page(request, _visible(request, pk))


@require_POST
def take(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin to look into it."""
    _visible(request, pk).take(by=person(request))
    messages.success(request, "この報告の調査を始めました")
    return redirect("office:complaint", pk)


@require_POST
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask the facility; who reported is not told."""
    found = _visible(request, pk)
    form = QuestionForm(request.POST, prefix="ask")
    if not form.is_valid():
        return _page(request, found, question_form=form)
    found.ask(form.cleaned_data["question"], by=person(request))
    messages.success(request, "施設に質問を送りました")
    return redirect("office:complaint", pk)


@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Say how it ended; a suspension happens in the same moment."""
    found = _visible(request, pk)
    form = SettleForm(request.POST, prefix="settle")
    if not form.is_valid():
        return _page(request, found, settle_form=form)
    settled = form.cleaned_data
    settle_with_its_posting(found, settled["outcome"], by=person(request), reason=settled["reason"])
    messages.success(request, f"{found.number}を対応済みにしました")
    return redirect("office:complaints")


def _visible(request: HttpRequest, pk: int) -> Complaint:
    seen = Complaint.objects.visible_to(person(request)).select_related("posting__facility")
    return get_object_or_404(seen, pk=pk)


def _page(request: HttpRequest, found: Complaint, **forms: Form) -> HttpResponse:
    reader = person(request)
    context = {
        "complaint": found,
        "posting": found.posting,
        "moves": COMPLAINT.available(found, reader),
        "is_office": request.path.startswith("/office/"),
        "history": reading.history_of(found, reader),
        "since": reading.changes_since(found),
        "question_form": QuestionForm(prefix="ask"),
        "settle_form": SettleForm(prefix="settle"),
        **forms,
    }
    return render(request, "postings/office/complaint.html", context)
