"""The search: its page, its fixed addresses, and the part of them that a script replaces in place."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from facilities.models import Desk
from keynet.vocabulary.occupations import NURSING, Occupation, by_slug
from keynet.vocabulary.prefectures import PREFECTURES, Prefecture
from postings.search.criteria import Criteria, read
from postings.search.landing import address
from postings.search.panel import panel
from postings.search.posting_search import PostingSearch, named
from postings.search.wages import wages
from postings.syndication.addresses import feed_address, file_address

MOST_CENTERS = 3
PART = "X-Part"
"""Header of a request that wants only what changes with the conditions; the answer says so with the same header."""


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
    if criteria.page > found.last_page:
        return redirect(_at_page(request, found.last_page))
    page = found.paginator.page(criteria.page)
    context = {
        "search": found,
        "title": _title(found),
        "chips": found.chips,
        "is_indexed": bool(found.total) and not unusable and _is_plain(criteria),
        "page": page,
        "previous_url": page.has_previous() and _of_page(criteria, page.previous_page_number()),
        "next_url": page.has_next() and _of_page(criteria, page.next_page_number()),
        "unusable": unusable,
        "panel": panel(found),
        "feed": feed_address(criteria),
        "file": file_address(criteria),
        **(_of_landing(found) if found.total else _instead(found)),
    }
    return _answer(request, context)


def _is_plain(criteria: Criteria) -> bool:
    """Return whether search engines may keep the page: everything, one occupation, one place, and pages of these."""
    plain = Criteria(occ=criteria.occ, region=criteria.region, pref=criteria.pref, page=criteria.page)
    return criteria == plain and len(criteria.occ) <= 1 and len(criteria.region) + len(criteria.pref) <= 1


def _of_page(criteria: Criteria, number: int) -> str:
    return address(replace(criteria, page=number))


def _of_landing(found: PostingSearch) -> dict[str, object]:
    """Return what the first page of one occupation says besides: what is paid, and whom one can ask there."""
    if not found.has_fixed_address or found.criteria.page > 1:
        return {}
    occupation, prefecture = found.criteria.occ[0], next(iter(found.criteria.pref), "")
    return {
        "wages": wages(occupation, prefecture),
        "desks": list(Desk.objects.of(prefecture)) if prefecture else [],
        "occupation": Occupation(occupation),
    }


def _instead(found: PostingSearch) -> dict[str, object]:
    """Return where else to look when nothing was found, and who can help."""
    return {"hints": found.hints(), "near": _near(found), "centers": _centers(found.criteria)}


def _near(found: PostingSearch) -> list[tuple[Prefecture, int, str]]:
    """Return the prefectures of the same regions that have something, with the address of their list."""
    chosen, counts = found.criteria, found.facets.pref
    regions = {PREFECTURES[code].region for code in chosen.prefectures}
    return [
        (one, counts[one.code], address(replace(chosen, region=(), pref=(one.code,), city=(), page=1)))
        for one in PREFECTURES.values()
        if one.region in regions and counts[one.code]
    ]


def _answer(request: HttpRequest, context: dict[str, object]) -> HttpResponse:
    """Show the page, or to a script the part of it that changes: the same template, so that they never differ."""
    part = request.headers.get(PART) == "search"
    template = "postings/public/search_part.html" if part else "postings/public/search.html"
    response = render(request, template, context)
    patch_vary_headers(response, [PART])
    if part:
        response.headers[PART] = "search"
    return response


def _title(found: PostingSearch) -> str:
    """Return what tells this result from others among a browser's tabs."""
    page = f"（{found.criteria.page}ページ目）" if found.criteria.page > 1 else ""
    return f"{found.heading} {found.total_words}{page}"


def _at_page(request: HttpRequest, number: int) -> str:
    """Return the same address at a page that exists: the list moves, and what could not be used is said there too."""
    query = request.GET.copy()
    query["page"] = str(number)
    if number == 1:
        del query["page"]
    return f"{request.path}?{query.urlencode()}" if query else request.path


def _centers(criteria: Criteria) -> list[Desk]:
    """Return the nurse centers that can help where somebody looked for nursing work."""
    if criteria.occ and not NURSING.intersection(criteria.occ):
        return []
    places = criteria.prefectures
    if not 0 < len(places) <= MOST_CENTERS:
        return []
    return list(Desk.objects.open().filter(kind="nurse_center", prefecture__in=places).order_by("prefecture"))
