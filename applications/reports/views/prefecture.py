"""A prefecture's file of its postings, and its figures of hires and training: what counts rows of this layer."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from applications.models import Hire
from applications.reports import figures
from applications.reports.narrowing import asked_by
from applications.reports.posting_export import FOR_A_PREFECTURE
from keynet.accounts.audience import person
from postings.exports.prefecture import PrefectureFilter, postings_of
from postings.exports.writer import download


@require_safe
def postings_csv(request: HttpRequest, prefecture: str) -> HttpResponseBase:
    """Send the prefecture's list as a file (F.3), narrowed alike; the list says what to correct in a condition."""
    found = PrefectureFilter(request.GET, queryset=postings_of(prefecture, person(request)))
    if not found.is_valid():
        return redirect(reverse("prefecture:postings", args=[prefecture], query=request.GET))
    return download(f"prefecture_{prefecture}", FOR_A_PREFECTURE, found.qs)


@require_safe
def training(request: HttpRequest, prefecture: str) -> HttpResponse:
    """Show the counts of the prefecture's own postings by occupation or program."""
    kinds = [figures.By.OCCUPATION, figures.By.PROGRAM]
    by = asked_by(request.GET)
    by = by if by in kinds else figures.By.OCCUPATION
    found = figures.lines(figures.scope(Hire.objects.all(), prefecture), by)
    context = {
        "prefecture": prefecture,
        "kinds": kinds,
        "by": by,
        "lines": found,
        "total": figures.total(found),
        "at": timezone.now(),
    }
    return render(request, "applications/reports/training_of_prefecture.html", context)
