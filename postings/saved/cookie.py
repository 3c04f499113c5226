"""The cookie of a guest's saved postings: numbers only, signed, so that nobody else's list can be slipped in."""

from collections.abc import Iterable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.http import base36_to_int, int_to_base36

SALT = "postings.saved"
YEAR = 365 * 24 * 60 * 60


def read(request: HttpRequest) -> list[int]:
    """Return the primary keys, the newest first; a broken, foreign or year-old cookie is an empty list."""
    text = request.get_signed_cookie(settings.SAVED_COOKIE_NAME, default="", salt=SALT, max_age=YEAR)
    return [base36_to_int(key) for key in (text or "").split(".") if key]


def write(response: HttpResponse, keys: Iterable[int]) -> None:
    """Give the list to the browser for another year (a hundred postings are some 600 bytes); drop an empty one."""
    text = ".".join(map(int_to_base36, keys))
    if not text:
        return drop(response)
    response.set_signed_cookie(
        settings.SAVED_COOKIE_NAME,
        text,
        salt=SALT,
        max_age=YEAR,
        secure=settings.SECURE,
        httponly=True,
        samesite="Lax",
    )


def drop(response: HttpResponse) -> None:
    """Take the cookie out of the browser."""
    response.delete_cookie(settings.SAVED_COOKIE_NAME, samesite="Lax")
