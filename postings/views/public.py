"""Lists that anyone may read: first page, search, prefectures."""

from collections import Counter
from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from facilities.models import Desk
from keynet.vocabulary.occupations import LISTED, NURSING, Occupation, by_slug
from keynet.vocabulary.prefectures import PREFECTURES, REGIONS, Prefecture
from postings.search.counts import facets, live_cells, totals
from postings.search.criteria import LISTS, SORTS, Criteria, read
from postings.search.landing import address
from postings.search.panel import panel
from postings.search.posting_search import MANY, PostingSearch, named

MOST_CENTERS = 3


@require_safe
def top(request: HttpRequest) -> HttpResponse:
    """Show what is offered, and the ways to look for it."""
    counts = facets(live_cells(), Criteria())
    context = {
        "totals": totals(),
        "urgent": counts.urgent,
        "occupations": _occupations(counts.occ),
        "regions": _regions(counts.pref),
        "employments": LISTS["emp"][1],
    }
    return render(request, "postings/public/top.html", context)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show the postings that match; the number of a posting leads straight to it."""
    criteria, unusable = read(request.GET)
    posting = named(criteria.q) if criteria.q else None
    return redirect(posting) if posting else _results(request, criteria, unusable)


@require_safe
def landing(request: HttpRequest, occupation: str, prefecture: str = "") -> HttpResponse:
    """Show the search of one occupation, in one prefecture or everywhere, at its fixed address."""
    found = by_slug(occupation)
    if found is None or (prefecture and prefecture not in PREFECTURES):
        raise Http404
    query = request.GET.copy()
    query.appendlist("occ", found.value)
    query.appendlist("pref", prefecture)
    criteria, unusable = read(query)
    canonical = address(criteria)
    if canonical.partition("?")[0] != request.path:
        return redirect(canonical)  # more conditions than this address says
    return _results(request, criteria, unusable)


def _results(request: HttpRequest, criteria: Criteria, unusable: list[str]) -> HttpResponse:
    found = PostingSearch(criteria)
    last = found.paginator.num_pages
    if criteria.page > last:
        # The list moves: whoever kept the address of a page that is gone sees the last one.
        return redirect(address(replace(criteria, page=last)))
    context = {
        "search": found,
        "page": found.paginator.page(criteria.page),
        "unusable": unusable,
        "panel": panel(found),
        "sorts": SORTS,
        "many": found.total > MANY,
        "hints": [] if found.total else found.hints(),
        "centers": [] if found.total else _centers(criteria),
    }
    return render(request, "postings/public/search.html", context)


@require_safe
def areas(request: HttpRequest) -> HttpResponse:
    """Show the 47 prefectures by region with their numbers of postings."""
    counts = facets(live_cells(), Criteria())
    return render(request, "postings/public/areas.html", {"regions": _regions(counts.pref)})


@require_safe
def area(request: HttpRequest, prefecture: str) -> HttpResponse:
    """Show one prefecture: its postings by occupation, and the people whom one can ask."""
    found = PREFECTURES.get(prefecture)
    if found is None:
        raise Http404
    here = Criteria(pref=(found.code,))
    counts = facets(live_cells(), here)
    desks = list(Desk.objects.of(found.code))
    context = {
        "prefecture": found,
        "total": counts.total,
        "all": address(here),
        "occupations": _occupations(counts.occ, here),
        "desks": desks,
        "has_reception_desk": any(desk.kind == Desk.Kind.RECEPTION_DESK for desk in desks),
    }
    return render(request, "postings/public/area.html", context)


def _occupations(counts: Counter[str], here: Criteria | None = None) -> list[tuple[Occupation, int, str]]:
    """Return each occupation with its number of postings and the address of their list."""
    start = here or Criteria()
    return [(one, counts[one], address(replace(start, occ=(one.value,)))) for one in LISTED]


def _regions(counts: Counter[str]) -> list[tuple[str, int, list[tuple[Prefecture, int]]]]:
    """Return the regions with their prefectures, each with its number of postings."""
    rows = [(name, [(p, counts[p.code]) for p in found]) for name, found in REGIONS.items()]
    return [(name, sum(count for _, count in row), row) for name, row in rows]


def _centers(criteria: Criteria) -> list[Desk]:
    """Return the nurse centers that can help where somebody looked for nursing work."""
    if criteria.occ and not NURSING.intersection(criteria.occ):
        return []
    places = criteria.prefectures
    if not 0 < len(places) <= MOST_CENTERS:
        return []
    return list(Desk.objects.open().filter(kind="nurse_center", prefecture__in=places).order_by("prefecture"))
