"""What a facility does with a posting, one verb a path."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from facilities.acting import FacilityRequest, for_facility
from facilities.models import Facility
from keynet.accounts.audience import person
from keynet.forms import Form
from keynet.lifecycle import NotNow
from keynet.vocabulary.recruiting import CloseReason
from postings.forms.facility import CloseForm, CopyForm, ExtendForm, HeadcountForm
from postings.lifecycle import POSTING
from postings.models import Posting
from postings.upkeep import drafting, extending
from postings.upkeep import steps as facility_steps
from postings.upkeep.announced import circles_of
from postings.upkeep.revising import set_headcount
from postings.upkeep.steps import Incomplete
from postings.views.facility import other_facilities, own_posting, posting_page


@require_POST
@for_facility
def new(request: FacilityRequest, facility: Facility) -> HttpResponse:
    """Begin a draft, and open its first block."""
    draft = drafting.begin(facility)
    return redirect("facility:edit", facility.public_id, draft.number, "work")


@require_POST
@for_facility
def copy(request: FacilityRequest, facility: Facility, number: str) -> HttpResponse:
    """Begin a draft with the terms of an earlier posting, here or at another facility of the person."""
    posting = own_posting(facility, number)
    form = CopyForm(request.POST, others=other_facilities(request, facility))
    if not form.is_valid():
        return posting_page(request, posting, copy_form=form)
    target = form.chosen or facility
    draft = drafting.copy(posting, to=target)
    place = f"{target.name}に" if form.chosen else ""
    messages.success(request, f"{number}を{place}複写しました。{drafting.LEFT_BLANK}。入力してください")
    return redirect("facility:posting", target.public_id, draft.number)


@require_POST
@for_facility
def submit(request: FacilityRequest, facility: Facility, number: str) -> HttpResponse:
    """Hand in for the office's check; with a gap, lead back to the page that names it."""
    posting = own_posting(facility, number)
    try:
        facility_steps.hand_in(posting, by=person(request))
    except Incomplete:
        return redirect("facility:confirm", facility.public_id, number)
    messages.success(request, "提出しました。運営事務局が2営業日以内に確認します")
    return _to(posting)


@require_http_methods(["GET", "HEAD", "POST"])
@for_facility
def publish(request: FacilityRequest, facility: Facility, number: str) -> HttpResponse:
    """Say who will be told, then make the posting public."""
    posting = own_posting(facility, number)
    if request.method != "POST":
        if not POSTING.can(posting, "publish", person(request)):
            raise NotNow(posting, "publish")
        context = {"facility": facility, "posting": posting, "circles": circles_of(posting)}
        return render(request, "postings/facility/publish.html", context)
    try:
        facility_steps.publish(posting, by=person(request))
    except Incomplete:
        return redirect("facility:confirm", facility.public_id, number)
    return _to(posting)


@require_POST
@for_facility
def headcount(request: FacilityRequest, facility: Facility, number: str) -> HttpResponse:
    """Raise or lower 募集人数; never below what has been hired."""
    posting, form = own_posting(facility, number), HeadcountForm(request.POST)
    if _answered(form, "headcount", partial(set_headcount, posting, by=person(request))):
        messages.success(request, "募集人数を変更しました")
        return _to(posting)
    return posting_page(request, own_posting(facility, number), headcount_form=form)


@require_POST
@for_facility
def extend(request: FacilityRequest, facility: Facility, number: str) -> HttpResponse:
    """Set another last day of publication."""
    posting, form = own_posting(facility, number), ExtendForm(request.POST)
    if _answered(form, "until", partial(extending.extend, posting, by=person(request))):
        messages.success(request, "公開終了予定日を変更しました")
        return _to(posting)
    return posting_page(request, own_posting(facility, number), extend_form=form)


@require_POST
@for_facility
def affirm(request: FacilityRequest, facility: Facility, number: str) -> HttpResponse:
    """「最新です」: the facility stands by its terms as of now."""
    posting = own_posting(facility, number)
    posting.affirm(by=person(request))
    messages.success(request, "内容が最新であることを記録しました")
    return _to(posting)


@require_POST
@for_facility
def pause(request: FacilityRequest, facility: Facility, number: str) -> HttpResponse:
    """Take no new applications for a while."""
    posting = own_posting(facility, number)
    posting.pause(by=person(request))
    messages.success(request, "応募の受付を停止しました")
    return _to(posting)


@require_POST
@for_facility
def resume(request: FacilityRequest, facility: Facility, number: str) -> HttpResponse:
    """Take applications again; with a gap, lead to the page that names it."""
    posting = own_posting(facility, number)
    try:
        facility_steps.resume(posting, by=person(request))
    except Incomplete:
        return redirect("facility:confirm", facility.public_id, number)
    messages.success(request, "応募の受付を再開しました")
    return _to(posting)


@require_http_methods(["GET", "HEAD", "POST"])
@for_facility
def close(request: FacilityRequest, facility: Facility, number: str) -> HttpResponse:
    """Say what the end means and who is told, then end the posting for a reason (step 6)."""
    posting = own_posting(facility, number)
    form = CloseForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        if not POSTING.can(posting, "close", person(request)):
            raise NotNow(posting, "close")
        context = {"facility": facility, "posting": posting, "form": form}
        return render(request, "postings/facility/close.html", context)
    reason = CloseReason(form.cleaned_data["reason"])
    posting.close(by=person(request), reason=reason)
    messages.success(request, f"募集を終了しました（{reason.label}）")
    return _to(posting)


def _answered(form: Form, question: str, verb: Callable[[Any], object]) -> bool:
    """Carry out the answer to a form's one question; False when form or verb refuse it, which the form then says."""
    if not form.is_valid():
        return False
    try:
        verb(form.cleaned_data[question])
    except ValidationError as refused:
        form.add_error(question, refused.messages)
        return False
    return True


def _to(posting: Posting) -> HttpResponse:
    return redirect("facility:posting", posting.facility.public_id, posting.number)
