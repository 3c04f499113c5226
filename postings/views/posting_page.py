"""One posting as anyone may read it: the page, and the sheet to print."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from facilities.models import Desk
from postings.beside import desks_for, near
from postings.corrections import correction
from postings.documents import Busy, Unavailable, sheet
from postings.ended import has_left
from postings.models import Posting
from postings.search.criteria import Criteria
from postings.search.posting_search import PostingSearch
from postings.structured_data import job_posting
from postings.views.validators import revalidated
from postings.wording import closes_soon, page_tags


@require_safe
def posting_page(request: HttpRequest, number: str) -> HttpResponseBase:
    """Show all terms. What is paused or closed says so and takes no applications; long after its end it is gone."""
    posting = _public(number)
    if posting.number != number:
        return redirect(posting)
    same = PostingSearch(Criteria(occ=(posting.occupation,), pref=(posting.work_prefecture,)))
    if has_left(posting):
        return render(request, "postings/public/gone.html", {"posting": posting, "same": same}, status=410)
    desks = desks_for(posting)
    context = {
        "posting": posting,
        "tags": page_tags(posting),
        "closes_soon": closes_soon(posting),
        "correction": correction(posting),
        "near": near(posting, same),
        "same": same,
        "desks": desks,
        "has_reception_desk": any(desk.kind == Desk.Kind.RECEPTION_DESK for desk in desks),
        "structured": job_posting(posting),
    }
    return revalidated(request, render(request, "postings/public/posting.html", context))


@require_safe
def posting_sheet(request: HttpRequest, number: str) -> HttpResponse:
    """Send the sheet (募集票) as PDF, or say why it cannot be made (now) and offer the printed page."""
    posting = _public(number)
    if has_left(posting):
        return redirect(posting)
    try:
        pdf = sheet(posting)
    except Unavailable:
        return render(request, "postings/public/sheet_unavailable.html", {"posting": posting})
    except Busy:
        answer = render(request, "postings/public/sheet_busy.html", {"posting": posting}, status=503)
        answer.headers["Retry-After"] = "10"
        return answer
    headers = {"Content-Disposition": f'inline; filename="{posting.number}.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


def _public(number: str) -> Posting:
    return get_object_or_404(Posting.objects.public().for_list().numbered(number))
