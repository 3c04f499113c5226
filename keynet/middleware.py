"""What holds for every request: clean input, the right audience, readers that never write."""

import re
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.core.exceptions import BadRequest
from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed

from applications import reading
from keynet import views
from keynet.accounts.audience import audience_of, is_public
from keynet.accounts.devices import note_visit
from keynet.accounts.second_factor import CONSOLES, led_to_second_step
from keynet.lifecycle import NotNow
from keynet.login_again import to_login
from keynet.secret_paths import is_secret

Handler = Callable[[HttpRequest], HttpResponse]
CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
READING = ("GET", "HEAD")
METHODS = ("GET", "HEAD", "POST")


class Middleware:
    """What every middleware here shares: it wraps the next handler."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)


class BadInput(Middleware):
    """Refuse methods that no page takes, and control characters or broken UTF-8 in path and query.

    Django's views would take any method, and PostgreSQL would answer such characters with an error.
    """

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        path = request.META.get("RAW_URI") or request.path
        for raw in (path, request.META.get("QUERY_STRING", "")):
            decoded = unquote_to_bytes(raw)
            if CONTROL.search(decoded) or not _is_utf8(decoded):
                return views.bad_request(request, BadRequest("control characters or broken UTF-8"))
        return self.get_response(request)


class AudienceGate(Middleware):
    """Deny by default: consoles only for their people, strangers get 404, guests the login page.

    Whose powers demand a second step takes it before any console opens.
    """

    def __call__(self, request: HttpRequest) -> HttpResponse:
        path = request.path_info
        audience = audience_of(path)
        if audience is None:
            return self.get_response(request) if is_public(path) else views.not_found(request, Http404())
        if not request.user.is_authenticated:
            return to_login(request)
        found = audience.pattern.match(path)
        if not audience.admits(request.user, found.groupdict() if found else {}):
            return views.not_found(request, Http404())
        note_visit(request)
        way = led_to_second_step(request, request.user) if audience.name in CONSOLES else None
        return way or self.get_response(request)


class ReadingNeverWrites(Middleware):
    """Run every GET in a read-only transaction, so that a link scanner can change nothing: PostgreSQL sees to it.

    A page that shows an applicant to staff is read the same way, and then the row that says so is written in the same
    transaction (applications.reading): no log, no page.
    """

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Log what a POST shows, too: the mail to be sent, a form shown again."""
        response = self.get_response(request)
        if request.method not in READING and request.resolver_match is not None:
            reading.log(request, response, reading.page_of(request.resolver_match.func))
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        """Call the view here, inside the transaction; a POST goes its usual way."""
        if request.method not in READING:
            return None
        page = reading.page_of(view)
        try:
            with transaction.atomic():
                # Around a savepoint the transaction may still write: PostgreSQL lifts "read only" with its end.
                with transaction.atomic() if page else nullcontext():
                    with connection.cursor() as cursor:
                        cursor.execute("SET TRANSACTION READ ONLY")
                    response = view(request, *args, **kwargs)
                reading.log(request, response, page)
        except NotNow as error:  # Django asks the hook below only about views that it called itself
            return views.conflict(request, error)
        if response.status_code == 405:
            return views.only_by_button(request, response.headers["Allow"])
        return response


class PrivatePages(Middleware):
    """Keep pages of people out of caches, and secret links out of the Referer that the next site sees."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        secret = is_secret(request.path_info)
        if secret:
            # Not "no-referrer": with it browsers send "Origin: null", and every form of the page would be refused.
            response.headers["Referrer-Policy"] = "same-origin"
        if secret or audience_of(request.path_info) or settings.SESSION_COOKIE_NAME in request.COOKIES:
            response.headers.setdefault("Cache-Control", "no-store")
        elif response.get("Content-Type", "").startswith("text/html"):
            # A page may show what its reader saved, and its forms hold the reader's token: a browser may keep it and
            # asks before it shows it again, nobody between here and there keeps anything.
            response.headers.setdefault("Cache-Control", "private, no-cache")
        return response


class SomebodyWasFirst(Middleware):
    """Show the 409 page when a row is no longer in the state that the pressed button was made for."""

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Turn NotNow into the page that says who acted."""
        return views.conflict(request, error) if isinstance(error, NotNow) else None


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
