"""A facility's questions: list, one question, its answer."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from applications.answer_templates import Use, filled, templates_of, words_of
from applications.filters import InquiryFilter
from applications.forms.answers import InquiryAnswerForm
from applications.models import Inquiry
from applications.models.personal_access import Page
from applications.reading import note, reads_personal_data
from facilities.acting import FacilityRequest, for_facility
from facilities.models import Facility
from keynet.accounts.audience import person

A_PAGE = 20


@require_safe
@for_facility
def inquiries(request: FacilityRequest, facility: Facility) -> HttpResponse:
    """List the questions, the newest first."""
    rows = _questions(request, facility).order_by("-submitted_at", "-pk")
    found = InquiryFilter(request.GET, queryset=rows, facility=facility)
    page = Paginator(found.qs, A_PAGE).get_page(request.GET.get("page"))
    context = {"facility": facility, "filter": found, "page": page}
    return render(request, "applications/facility/inquiries.html", context)


@require_safe
@for_facility
@reads_personal_data(Page.INQUIRY)
def inquiry(request: FacilityRequest, facility: Facility, inquiry: UUID) -> HttpResponse:
    """Show one question and, until it is answered, the form for the answer."""
    found = _question(request, facility, inquiry)
    return _page(request, facility, found, _begun(facility, found))


@require_POST
@for_facility
@reads_personal_data(Page.INQUIRY)
def answer(request: FacilityRequest, facility: Facility, inquiry: UUID) -> HttpResponse:
    """Send the answer, once; or put the words of a template into the form."""
    found = _question(request, facility, inquiry)
    if request.POST.get("step") == "fill":
        return _page(request, facility, found, _begun(facility, found, request.POST.get("template", "")))
    form = InquiryAnswerForm(request.POST)
    if not form.is_valid():
        return _page(request, facility, found, form)
    found.reply(form.cleaned_data["answer"], by=person(request))
    messages.success(request, f"{found.number} に回答しました")
    return redirect("inbox:inquiry", facility.public_id, found.public_id)


def _begun(facility: Facility, inquiry: Inquiry, template: str = "") -> InquiryAnswerForm:
    """Return the form with the words of a template, or the shipped ones."""
    words = words_of(facility, Use.REPLY, template)
    return InquiryAnswerForm(initial={"answer": filled(words, inquiry)})


def _questions(request: HttpRequest, facility: Facility) -> "QuerySet[Inquiry]":
    rows = Inquiry.objects.visible_to(person(request)).filter(posting__facility=facility)
    return rows.select_related("posting__facility")


def _question(request: HttpRequest, facility: Facility, public_id: UUID) -> Inquiry:
    """Return one of them, noted as read."""
    found = get_object_or_404(_questions(request, facility), public_id=public_id)
    note(request, found)
    return found


def _page(
    request: FacilityRequest, facility: Facility, inquiry: Inquiry, form: InquiryAnswerForm
) -> HttpResponse:
    templates = templates_of(facility, Use.REPLY)
    context = {
        "facility": facility,
        "inquiry": inquiry,
        "form": form,
        "templates": templates,
        "chosen_template": request.POST.get("template", ""),
    }
    return render(request, "applications/facility/inquiry.html", context)
