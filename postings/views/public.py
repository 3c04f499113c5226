"""Lists that anyone may read: first page, search, prefectures."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from facilities.models import Desk
from keynet.vocabulary.japanese import compact
from keynet.vocabulary.occupations import LISTED, NURSING, Occupation, by_slug
from keynet.vocabulary.prefectures import PREFECTURES, REGIONS
from postings.counts import facets, live_cells, totals
from postings.criteria import LISTS, Criteria, read
from postings.filter_panel import panel
from postings.landing import address
from postings.models import Posting
from postings.search import MANY, PAGE_SIZE, PostingSearch


@require_safe
def top(request: HttpRequest) -> HttpResponse:
    """Show what is offered, and the ways to look for it."""
    counts = facets(live_cells(), Criteria())
    return render(
        request,
        "postings/public/top.html",
        {
            "totals": totals(),
            "urgent": counts.urgent,
            "occupations": [
                (choice, counts.occ[choice], address(Criteria(occ=(choice,)))) for choice in LISTED
            ],
            "regions": _regions(counts.pref),
            "employments": LISTS["emp"][1].items(),
        },
    )


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show the postings that match; the number of a posting leads straight to it."""
    criteria, unusable = read(request.GET)
    number = compact(criteria.q).upper() if criteria.q else ""
    named = Posting.objects.public().numbered(_hyphened(number)).first() if number else None
    if named is not None:
        return redirect(named.get_absolute_url())
    return _results(request, criteria, unusable)


@require_safe
def landing(request: HttpRequest, occupation: str, prefecture: str = "") -> HttpResponse:
    """Show the search of one occupation, in one prefecture or everywhere, at its fixed address."""
    found = by_slug(occupation)
    if found is None or (prefecture and prefecture not in PREFECTURES):
        raise Http404
    paged, unusable = read(request.GET)
    place = (prefecture,) if prefecture else ()
    return _results(request, Criteria(occ=(found,), pref=place, page=paged.page), unusable)


def _results(request: HttpRequest, criteria: Criteria, unusable: list[str]) -> HttpResponse:
    found = PostingSearch(criteria)
    last = found.paginator.num_pages
    if criteria.page > last:
        # The list moves: whoever keeps an address of a page that is gone sees the last one.
        return redirect(address(_at_page(criteria, last)))
    page = found.paginator.page(criteria.page)
    context = {
        "search": found,
        "page": page,
        "unusable": unusable,
        "panel": panel(found),
        "sorts": LIST_ORDERS,
        "many": MANY,
        "hints": [] if found.total else found.hints(),
        "centers": [] if found.total else _centers(criteria),
    }
    return render(request, "postings/public/search.html", context)
