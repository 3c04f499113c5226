"""Anybody reports that a posting does not agree with the facts: form, and the number of what was received."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from keynet.accounts.limits import TooManyFromHere, demand_place
from postings.complaints.receiving import receive
from postings.forms.complaint import ReportForm
from postings.models import Posting


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, number: str) -> HttpResponse:
    """Take a report; a name is never asked."""
    posting = get_object_or_404(Posting.objects.public().for_list().numbered(number))
    form = ReportForm(request.POST if request.method == "POST" else None)
    status = 200
    if form.is_valid():
        try:
            demand_place(request, "complaint")
            complaint = receive(posting, form.facts(), submission_id=form.cleaned_data["submission_id"])
            return redirect("postings:reported", number, complaint.number)
        except TooManyFromHere as limit:
            form.add_error(None, limit.sentence)
            status = 429
    context = {"posting": posting, "form": form}
    return render(request, "postings/public/report.html", context, status=status)


@require_safe
def reported(request: HttpRequest, number: str, receipt: str) -> HttpResponse:
    """Say the number; the address holds nothing of the report, so it may be kept."""
    return render(request, "postings/public/reported.html", {"number": number, "receipt": receipt})
