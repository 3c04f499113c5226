"""The ministry reads: every posting, one posting, the counts; and takes files away. It changes nothing here."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from keynet.accounts.audience import person
from postings.exports.columns import OPEN_DATA
from postings.exports.writer import Column, download
from postings.history import history_of, later_versions
from postings.models import Posting
from postings.search.counts import Line, table
from postings.search.filters import MinistryFilter

A_PAGE = 50
COUNTS = [
    Column("都道府県コード", lambda line: line.code),
    Column("都道府県", lambda line: line.prefecture),
    Column("職種", lambda line: line.occupation),
    Column("公開中件数", lambda line: line.pair.postings),
    Column("募集人数", lambda line: line.pair.people),
    Column("時点", lambda line: line.at),
]
"""F.12, one line for each prefecture and occupation; applications and hires stand in the reports above."""


def _found(request: HttpRequest) -> MinistryFilter:
    visible = Posting.objects.visible_to(person(request)).for_list().order_by("-pk")
    return MinistryFilter(request.GET, queryset=visible)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Begin with the list."""
    return redirect("ministry:postings")


@require_safe
def postings(request: HttpRequest) -> HttpResponse:
    """List every posting that was ever handed in, the newest first."""
    found = _found(request)
    page = Paginator(found.qs, A_PAGE).get_page(request.GET.get("page"))
    context = {"filter": found, "page": page, "query": request.GET.urlencode()}
    return render(request, "postings/ministry/postings.html", context)


@require_safe
def postings_csv(request: HttpRequest) -> HttpResponseBase:
    """Send the same list with the columns of the open data (F.1); the list says what to correct in a condition."""
    found = _found(request)
    if not found.is_valid():
        return redirect(reverse("ministry:postings", query=request.GET))
    return download("ministry_postings", OPEN_DATA, found.qs)


@require_safe
def posting(request: HttpRequest, number: str) -> HttpResponse:
    """Show one posting whole, what is not public too, and what happened to it."""
    reader = person(request)
    visible = Posting.objects.visible_to(reader).for_list().numbered(number)
    found = get_object_or_404(visible)
    context = {
        "posting": found,
        "history": history_of(found, reader),
        "versions": later_versions(found),
        "versions_url": reverse("ministry:versions", args=[number]),
    }
    return render(request, "postings/ministry/posting.html", context)


@require_safe
def counts(request: HttpRequest) -> HttpResponse:
    """Show 都道府県 × 職種 of all that is public now, on one page."""
    return render(request, "postings/ministry/counts.html", {"table": table(Posting.objects.live())})


@require_safe
def counts_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Send the same figures, one line a cell."""
    found: list[Line] = table(Posting.objects.live()).lines()
    return download("counts", COUNTS, found)
