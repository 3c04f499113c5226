"""Every letter and its fate, for office and ministry: the same pages at two addresses."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from keynet.accounts.audience import audience_of, person
from keynet.lifecycle import NotNow
from keynet.outbox.letters import LETTER_KINDS, compose, send_again
from keynet.outbox.message import paragraphs_of
from keynet.outbox.models import Letter
from postings.alerts.filters import LetterFilter
from postings.alerts.letter_rows import rows_of


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """List the letters, the newest first, and say how many wait for a person's decision."""
    found = LetterFilter(request.GET, queryset=Letter.objects.order_by("-created_at", "-pk"))
    page = Paginator(found.qs, 50).get_page(request.GET.get("page"))
    is_office = _is_office(request)
    context = {
        "filter": found,
        "page": page,
        "rows": rows_of(page, for_office=is_office),
        "is_office": is_office,
        "undecided": Letter.objects.for_a_person().count(),
    }
    return render(request, "postings/alerts/letters/list.html", context)


@require_safe
def kinds(request: HttpRequest) -> HttpResponse:
    """Show every kind of letter as it will look, filled with invented facts."""
    previews = []
    for kind in sorted(LETTER_KINDS.values(), key=lambda kind: kind.name):
        heading, body = compose(kind, kind.sample())
        previews.append({"kind": kind, "heading": heading, "body": body, "paragraphs": paragraphs_of(body)})
    return render(request, "postings/alerts/letters/kinds.html", {"previews": previews})


@require_POST
def again(request: HttpRequest, pk: str) -> HttpResponse:
    """Send a refused or perhaps received letter once more, because a person of the office decided so."""
    if not _is_office(request):
        raise Http404
    letter = get_object_or_404(Letter, pk=pk)
    if not send_again(letter, by=person(request).actor_key):
        raise NotNow(letter, "send_again")
    messages.success(request, "もう一度送ります。結果はこの一覧に出ます")
    return redirect("office_letters:list")


def _is_office(request: HttpRequest) -> bool:
    audience = audience_of(request.path_info)
    return audience is not None and audience.name == "office"
