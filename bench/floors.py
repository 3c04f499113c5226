"""What the stack can do at best: a constant page, and 20 rows of one table through a plain template."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from postings.models import Posting

PAGE = "<!DOCTYPE html><title>floor</title>" + "<p>床のページ</p>" * 1500


@require_safe
def constant(request: HttpRequest) -> HttpResponse:
    """Return 30 KB that are always the same."""
    return HttpResponse(PAGE)


@require_safe
def cards(request: HttpRequest) -> HttpResponse:
    """Return the 20 newest postings with a few facts each, nothing counted and nothing worded."""
    rows = Posting.objects.live().select_related("facility").order_by("-published_at", "-pk")[:20]
    return render(request, "floor.html", {"rows": rows})
