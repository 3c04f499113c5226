"""A facility's hires, and the training report of each."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from applications.models import Hire
from applications.reports.forms.training import TrainingForm
from applications.reports.reporting import CannotReport
from applications.reports.reporting import report as report_training
from facilities.acting import FacilityRequest, for_facility
from facilities.models import Facility
from keynet.accounts.audience import person

A_PAGE = 20


@require_safe
@for_facility
def hires(request: FacilityRequest, facility: Facility) -> HttpResponse:
    """List the hires, those whose training is not reported first."""
    rows = _hires(request, facility).order_by(F("training_report").asc(nulls_first=True), "-hired_at", "-pk")
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "applications/reports/hires.html", {"facility": facility, "page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@for_facility
def report(request: FacilityRequest, facility: Facility, application: UUID) -> HttpResponse:
    """Report the training of one hire."""
    hire = get_object_or_404(_hires(request, facility), application__public_id=application)
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


def _hires(request: HttpRequest, facility: Facility) -> "QuerySet[Hire]":
    rows = Hire.objects.visible_to(person(request)).active().filter(posting__facility=facility)
    return rows.select_related("application", "posting", "training_report")
