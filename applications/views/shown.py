"""What the pages of applicants and askers share: the posting, what was typed, what is said when it is too late."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from keynet.forms import Form
from postings.models import Posting


def public_posting(number: str) -> Posting:
    """Return a posting that anyone may read, by its printed number; 404 otherwise."""
    rows = Posting.objects.public().numbered(number).select_related("facility")
    posting = get_object_or_404(rows)
    if posting.number != number:
        raise Http404
    return posting


def carried(request: HttpRequest, *without: str) -> list[tuple[str, str]]:
    """Return what was typed for the hidden fields of the next page: nothing is lost, nothing stands in the address."""
    left_out = {"csrfmiddlewaretoken", "step", *without}
    return [
        (name, value) for name, values in request.POST.lists() if name not in left_out for value in values
    ]


def kept(form: Form, *without: str) -> dict[str, Any]:
    """Return what was typed as the beginning of a fresh form, which complains of nothing yet."""
    return {question.name: question.data for question in form if question.name not in without}


def not_open(request: HttpRequest, posting: Posting) -> HttpResponse:
    """Say since when nobody can apply, and that questions are still welcome."""
    posting.refresh_from_db()
    status = 200 if request.method in ("GET", "HEAD") else 409
    return render(request, "applications/public/not_open.html", {"posting": posting}, status=status)
