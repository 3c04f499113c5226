"""All versions of a posting, and any two of them side by side: one page for facility, office, ministry, prefecture."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from facilities.acting import FacilityRequest, for_facility
from facilities.models import Facility
from keynet.accounts.audience import person
from postings.exports.prefecture import postings_of
from postings.models import Posting
from postings.versions import compare, editions


@require_safe
@for_facility
def of_facility(request: FacilityRequest, facility: Facility, number: str) -> HttpResponse:
    """Show a facility the versions of its own posting."""
    found = get_object_or_404(facility.postings.for_list().numbered(number))
    return _page(request, found, reverse("facility:posting", args=[facility.public_id, number]))


@require_safe
def of_body(request: HttpRequest, number: str) -> HttpResponse:
    """Show office and ministry the versions of any posting that was handed in."""
    found = get_object_or_404(Posting.objects.visible_to(person(request)).for_list().numbered(number))
    page = "office:check" if request.path.startswith("/office/") else "ministry:posting"
    return _page(request, found, reverse(page, args=[number]))


@require_safe
def of_prefecture(request: HttpRequest, prefecture: str, number: str) -> HttpResponse:
    """Show a prefecture the public part of the versions of a posting within it."""
    own = postings_of(prefecture, person(request))
    found = get_object_or_404(own, pk__in=Posting.objects.numbered(number))
    return _page(request, found, reverse("prefecture:postings", args=[prefecture]))


def _page(request: HttpRequest, posting: Posting, back: str) -> HttpResponse:
    reader = person(request)
    context = {
        "posting": posting,
        "back": back,
        "editions": editions(posting, reader),
        "comparison": compare(posting, reader, request.GET.get("older", ""), request.GET.get("newer", "")),
    }
    return render(request, "postings/versions.html", context)
