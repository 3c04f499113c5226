"""The answer to a stop: mail programs press the same link as people do (RFC 8058)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render


def has_stopped(request: HttpRequest, template: str, page: str) -> HttpResponse:
    """Show that the letters have stopped. A mail program follows no redirect; a person may reload what comes next."""
    by_program = "List-Unsubscribe" in request.POST
    return render(request, template) if by_program else redirect(page)
