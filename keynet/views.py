"""Pages that belong to no app: texts, the answer to "are you alive", and what to say when something went wrong."""

import sys

from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from psycopg_pool import PoolTimeout

from keynet.accounts.actors import last_act
from keynet.accounts.audience import audience_of, person
from keynet.accounts.models import User
from keynet.lifecycle import NotNow

DATABASE_AWAY = (OperationalError, InterfaceError, PoolTimeout)


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one of the texts of templates/pages/."""
    return render(request, f"pages/{slug}.html")


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Answer "ok" when the database answers. Nothing else is asked: without Redis the site still serves people."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the request could not be read (400)."""
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that this is for others (403)."""
    return render(request, "403.html", status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that the page was open too long, and how to send it again without losing what was typed (403)."""
    return render(request, "403_csrf.html", status=403)


def only_by_button(request: HttpRequest, allowed: str) -> HttpResponse:
    """Say that this address only takes a pressed button (405), e.g. after reopening a form that had errors."""
    response = render(request, "405.html", status=405)
    response.headers["Allow"] = allowed
    return response


def conflict(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that somebody else acted first, and where to see how things stand now (409)."""
    in_console = isinstance(request.user, User) and audience_of(request.path_info)
    if not isinstance(exception, NotNow) or not in_console:
        return render(request, "409.html", status=409)
    facts = {"subject": exception.subject, "last": last_act(exception.subject, person(request))}
    return render(request, "409.html", facts, status=409)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is no such page, and offer ways on (404)."""
    return render(request, "404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Say that it is our fault (500), or that the database is away (503); the templates ask the database nothing."""
    if isinstance(sys.exc_info()[1], DATABASE_AWAY):
        return resting(request)
    return render(request, "500.html", status=500)


def resting(request: HttpRequest) -> HttpResponse:
    """Say that the database cannot be reached, and when to come back (503)."""
    response = render(request, "503.html", status=503)
    response.headers["Retry-After"] = "60"
    return response
