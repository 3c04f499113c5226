"""The ministry reads how the office keeps its promise of two business days, month by month."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from applications.reports import checks as rounds
from keynet.accounts.audience import person


@require_safe
def checks(request: HttpRequest) -> HttpResponse:
    """Show each month's receipts, answers in time and too late, returns, and the rate kept."""
    found = rounds.CheckFilter(request.GET, queryset=rounds.rounds_of(person(request)))
    months = rounds.months(found.qs) if found.is_valid() else []
    context = {
        "filter": found,
        "months": months,
        "total": rounds.total(months),
        "at": timezone.now(),
        "query": request.GET.urlencode(),
    }
    return render(request, "applications/reports/checks.html", context)
