"""What was typed and could not be stored: kept in the session, and put back when the page is opened again.

It happens when the session ended while somebody typed, and to changes of a row that takes whole answers only.
"""

import hashlib
from datetime import datetime

from django.http import HttpRequest, QueryDict
from django.utils import timezone

KEY = "unsaved"
MOST_PAGES = 5
MOST_CHARACTERS = 60_000
NOT_ANSWERS = ("csrfmiddlewaretoken", "action")


def keep(request: HttpRequest) -> bool:
    """Keep what was posted to this page; return whether it was small enough."""
    typed = request.POST.copy()
    for name in NOT_ANSWERS:
        typed.pop(name, None)
    text = typed.urlencode()
    if len(text) > MOST_CHARACTERS:
        return False
    pages = request.session.get(KEY, {})
    pages.pop(_page(request), None)
    pages[_page(request)] = [timezone.now().isoformat(), text]
    request.session[KEY] = dict(list(pages.items())[-MOST_PAGES:])
    return True


def kept(request: HttpRequest) -> tuple[datetime, QueryDict] | None:
    """Return what was typed into this page and when, or None."""
    found = request.session.get(KEY, {}).get(_page(request))
    return (datetime.fromisoformat(found[0]), QueryDict(found[1])) if found else None


def forget(request: HttpRequest) -> None:
    """Drop it: it has been stored, or is not wanted any more."""
    pages = request.session.get(KEY, {})
    if pages.pop(_page(request), None):
        request.session[KEY] = pages


def _page(request: HttpRequest) -> str:
    """Return a name for the page that holds no secret: addresses of registrations do."""
    return hashlib.sha256(request.path.encode()).hexdigest()[:24]
