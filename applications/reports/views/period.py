"""The facility's own report: whom it hired in a period, by what way, and in which other ways its postings were filled."""

from typing import Any, cast

from django.contrib import messages
from django.db.models import Count, Q, QuerySet, Sum
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from applications.models import Hire
from applications.reports import exports
from applications.reports.afterwards import corrections_after
from applications.reports.forms.outside import OutsideForm
from applications.reports.forms.period import PeriodForm
from applications.reports.models import OutsideHires
from applications.reports.outside import report_outside, reported_people
from applications.reports.views.facility import hires_of
from facilities.acting import FacilityRequest, for_facility
from facilities.models import Facility
from keynet.accounts.audience import person
from postings.exports.writer import download
from postings.lifecycle import PostingStatus
from postings.models import Posting

HIRED_ON = "hired_at__date"


@require_safe
@for_facility
def period(request: FacilityRequest, facility: Facility) -> HttpResponse:
    """Count the hires of a period, this fiscal year unless other days are asked for."""
    form = PeriodForm(request.GET or None)
    hires = form.within(hires_of(request, facility), HIRED_ON)
    outside = form.within(OutsideHires.objects.filter(posting__facility=facility), "reported_at__date")
    context = {
        "facility": facility,
        "form": form,
        "postings": _by_posting(hires),
        "sums": _sums(hires),
        "later": corrections_after(facility, *form.days),
        "outside": exports.reported_outside(outside).select_related("posting"),
        "elsewhere_people": outside.aggregate(n=Sum("people", default=0))["n"],
        "query": request.GET.urlencode(),
    }
    return render(request, "applications/reports/period.html", context)


@require_safe
@for_facility
def period_csv(request: FacilityRequest, facility: Facility) -> HttpResponse:
    """Send the hires of the period as a file (F.7); no column names anybody."""
    hires = PeriodForm(request.GET or None).within(hires_of(request, facility), HIRED_ON)
    return cast(HttpResponse, download("hires", exports.HIRES, exports.hire_rows(hires.select_related(None))))


@require_http_methods(["GET", "HEAD", "POST"])
@for_facility
def outside(request: FacilityRequest, facility: Facility, number: str) -> HttpResponse:
    """Report how many people an ended posting found in other ways."""
    posting = _ended(facility, number)
    form = OutsideForm(request.POST if request.method == "POST" else None, reported=reported_people(posting))
    if form.is_valid():
        report_outside(posting, by=person(request), people=form.people())
        messages.success(request, f"{posting.number} の、ほかの方法での採用を報告しました")
        return redirect(reverse("hires:period", args=[facility.public_id]))
    context = {"facility": facility, "posting": posting, "form": form}
    return render(request, "applications/reports/outside.html", context)


def _ended(facility: Facility, number: str) -> Posting:
    ended = facility.postings.filter(status=PostingStatus.CLOSED).select_related("facility")
    return get_object_or_404(ended.numbered(number))


def _by_posting(hires: QuerySet[Hire]) -> QuerySet[Any, Any]:
    """Count by posting, the newest posting first."""
    return (
        hires.order_by("-posting")
        .values("posting", "posting__title", "posting__created_at")
        .annotate(people=Count("pk"), trained=Count("pk", filter=Q(training_report__isnull=False)))
    )


def _sums(hires: QuerySet[Hire]) -> dict[str, int]:
    return hires.order_by().aggregate(
        people=Count("pk"),
        trained=Count("pk", filter=Q(training_report__isnull=False)),
        direct=Count("pk", filter=Q(application__direct_selection_on__isnull=False)),
        referred=Count("pk", filter=~Q(referred_by="none")),
        differing=Count("pk", filter=Q(terms_differ=True)),
    )
