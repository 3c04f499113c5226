"""A prefecture's file of its postings: here because it counts what belongs to this layer."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

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
