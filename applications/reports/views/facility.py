"""A facility's hires, and the training report of each."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from applications.models import Hire
from applications.reports.forms.training import CorrectionForm, TrainingForm
from applications.reports.models import TrainingReport
from applications.reports.outside import postings_to_report
from applications.reports.reporting import CannotReport, facts_of
from applications.reports.reporting import correct as correct_training
from applications.reports.reporting import report as report_training
from facilities.acting import FacilityRequest, for_facility
from facilities.models import Facility
from keynet.accounts.audience import person

A_PAGE = 20


@require_safe
@for_facility
def hires(request: FacilityRequest, facility: Facility) -> HttpResponse:
    """List the hires, those whose training is not reported first."""
    rows = hires_of(request, facility).annotate(corrections=Count("training_report__corrections"))
    rows = rows.order_by(F("training_report").asc(nulls_first=True), "-hired_at", "-pk")
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    context = {"facility": facility, "page": page, "ended": postings_to_report(facility)}
    return render(request, "applications/reports/hires.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_facility
def report(request: FacilityRequest, facility: Facility, application: UUID) -> HttpResponse:
    """Report the training of one hire; whoever opens it again is led to what was reported."""
    hire = get_object_or_404(hires_of(request, facility), application__public_id=application)
    if request.method != "POST" and TrainingReport.objects.filter(hire=hire).exists():
        return redirect("hires:correct", facility.public_id, application)
    form = TrainingForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            report_training(hire, by=person(request), **form.cleaned_data)
        except CannotReport as refused:
            messages.warning(request, refused.message)
        else:
            messages.success(request, f"{hire.application.number} の研修の受講を報告しました")
        return redirect("hires:list", facility.public_id)
    context = {"facility": facility, "hire": hire, "form": form}
    return render(request, "applications/reports/report.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_facility
def correct(request: FacilityRequest, facility: Facility, application: UUID) -> HttpResponse:
    """Correct what was reported; what it said before stands below."""
    hires = hires_of(request, facility)
    reported = get_object_or_404(TrainingReport, hire__in=hires, hire__application__public_id=application)
    form = CorrectionForm(request.POST if request.method == "POST" else None, initial=facts_of(reported))
    if form.is_valid():
        is_changed = correct_training(reported.hire, by=person(request), **form.cleaned_data)
        words = "の研修の報告を直しました" if is_changed else "の研修の報告は、変わっていません"
        messages.success(request, f"{reported.hire.application.number} {words}")
        return redirect("hires:list", facility.public_id)
    corrections = reported.corrections.select_related("corrected_by").order_by("-corrected_at", "-pk")
    context = {
        "facility": facility,
        "reported": reported,
        "form": form,
        "corrections": corrections,
    }
    return render(request, "applications/reports/correct.html", context)


def hires_of(request: HttpRequest, facility: Facility) -> "QuerySet[Hire]":
    """Return the facility's hires that were not taken back."""
    rows = Hire.objects.visible_to(person(request)).active().filter(posting__facility=facility)
    return rows.select_related("application", "posting", "training_report")
