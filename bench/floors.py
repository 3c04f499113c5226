"""What the stack can do at best: a constant page, 20 rows through a plain template, one row through a plain template."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.views.decorators.http import require_safe

from postings.models import Listing, Posting

PAGE = "<!DOCTYPE html><title>floor</title>" + "<p>床のページ</p>" * 1300


@require_safe
def constant(request: HttpRequest) -> HttpResponse:
    """Return 30 KB that are always the same."""
    return HttpResponse(PAGE)


@require_safe
def cards(request: HttpRequest) -> HttpResponse:
    """Return the 20 newest postings as cards: stored values only, nothing counted, chosen or worded."""
    newest = Listing.objects.select_related("posting__facility").order_by("-published_at", "-posting")[:20]
    return render(request, "floor_cards.html", {"rows": [one.posting for one in newest]})


@require_safe
def detail(request: HttpRequest, number: int) -> HttpResponse:
    """Return one posting with its stored values."""
    row = get_object_or_404(Posting.objects.select_related("facility"), pk=number)
    return render(request, "floor_detail.html", {"row": row})


urlpatterns = [
    path("health/", constant),  # which is asked until the site is there
    path("floor/constant/", constant),
    path("floor/cards/", cards),
    path("floor/detail/<int:number>/", detail),
]
