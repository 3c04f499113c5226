"""The ministry's file of all postings."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from applications.reports.posting_export import FOR_THE_MINISTRY
from keynet.accounts.audience import person
from postings.exports.writer import download
from postings.models import Posting
from postings.search.filters import MinistryFilter


@require_safe
def postings_csv(request: HttpRequest) -> HttpResponseBase:
    """Send every posting that the ministry sees, with all terms (F.2), narrowed like its list.

    The list says what to correct in a condition.
    """
    visible = Posting.objects.visible_to(person(request)).for_list().order_by("-pk")
    found = MinistryFilter(request.GET, queryset=visible)
    if not found.is_valid():
        return redirect(reverse("ministry:postings", query=request.GET))
    return download("all_postings", FOR_THE_MINISTRY, found.qs)
