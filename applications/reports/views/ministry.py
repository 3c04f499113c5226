"""The ministry reads how many were hired and trained, and takes the lists away."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from applications.models import Hire
from applications.reports import exports
from applications.reports.figures import by_prefecture, total
from keynet.accounts.audience import person
from postings.exports.writer import download


@require_safe
def training(request: HttpRequest) -> HttpResponse:
    """Show the counts of all prefectures on one page."""
    lines = by_prefecture(Hire.objects.visible_to(person(request)).active())
    context = {"lines": lines, "total": total(lines), "at": timezone.now()}
    return render(request, "applications/reports/training.html", context)


@require_safe
def training_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Send every training report (F.6)."""
    hires = Hire.objects.visible_to(person(request)).active()
    return download("training_reports", exports.TRAINING, exports.training_rows(hires))


@require_safe
def hires_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Send every hire, reported or not (F.7)."""
    hires = Hire.objects.visible_to(person(request)).active()
    return download("hires", exports.HIRES, exports.hire_rows(hires))
