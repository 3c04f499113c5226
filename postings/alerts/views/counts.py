"""How many conditions people have saved, for office and ministry: the same page at two addresses."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from postings.alerts.conditions.figures import figures


@require_safe
def counts(request: HttpRequest) -> HttpResponse:
    """Show numbers only: who wants to be told of what is nobody's business."""
    return render(request, "postings/alerts/letters/conditions.html", {"figures": figures()})
