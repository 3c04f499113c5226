"""Ways into the search: first page, prefectures."""

from collections import Counter
from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from facilities.models import Desk
from keynet.vocabulary.occupations import LISTED, Occupation
from keynet.vocabulary.prefectures import PREFECTURES, REGIONS, Prefecture
from postings.search.counts import totals
from postings.search.criteria import LISTS, Criteria
from postings.search.landing import address
from postings.search.tallies import standing


@require_safe
def top(request: HttpRequest) -> HttpResponse:
    """Show what is offered, and the ways to look for it."""
    counts = standing(Criteria())
    context = {
        "totals": totals(),
        "urgent": counts.urgent,
        "occupations": _occupations(counts.occ),
        "regions": _regions(counts.pref),
        "employments": LISTS["emp"][1],
    }
    return render(request, "postings/public/top.html", context)


@require_safe
def areas(request: HttpRequest) -> HttpResponse:
    """Show the 47 prefectures by region with their numbers of postings."""
    counts = standing(Criteria())
    return render(request, "postings/public/areas.html", {"regions": _regions(counts.pref)})


@require_safe
def area(request: HttpRequest, prefecture: str) -> HttpResponse:
    """Show one prefecture: its postings by occupation, and the people whom one can ask."""
    found = PREFECTURES.get(prefecture)
    if found is None:
        raise Http404
    here = Criteria(pref=(found.code,))
    counts = standing(here)
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
