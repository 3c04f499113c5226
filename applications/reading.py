"""Whoever of the staff reads a person's data leaves a row, in the transaction of the reading: no log, no page.

A view that shows a person is marked; what fetches the person notes the row; `keynet.middleware` opens the transaction
and writes the log when the page is sent (status 200). A page that shows a person without a mark is refused.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponseBase

from applications.models import Application, Inquiry, ListFile, PersonalAccess
from applications.models.personal_access import Page
from facilities.models import Facility
from keynet.accounts.audience import person

View = TypeVar("View", bound=Callable[..., HttpResponseBase])
_PAGE = "personal_page"
_NOTED = "personal_reading"


class NotLogged(Exception):
    """A page would show a person and nobody would know; it is not sent."""


@dataclass(frozen=True)
class Reading:
    """What a request has read."""

    facility: Facility
    application: Application | None = None
    inquiry: Inquiry | None = None
    rows: int = 1
    body: str = "facility"
    reason: str = ""
    file: ListFile | None = None


def reads_personal_data(page: Page) -> Callable[[View], View]:
    """Mark a view that shows a person's data to staff; decorators around it keep the mark (functools.wraps)."""

    def mark(view: View) -> View:
        setattr(view, _PAGE, page)
        return view

    return mark


def page_of(view: Callable[..., Any]) -> Page | None:
    """Return which page of a person a view shows; None for every other view."""
    return getattr(view, _PAGE, None)


def note(
    request: HttpRequest, row: Application | Inquiry, *, body: str = "facility", reason: str = ""
) -> None:
    """Note whom the page is about; call it where the row is fetched."""
    application, inquiry = (row, None) if isinstance(row, Application) else (None, row)
    reading = Reading(row.posting.facility, application, inquiry, body=body, reason=reason)
    setattr(request, _NOTED, reading)


def note_many(request: HttpRequest, file: ListFile) -> None:
    """Note that a file with many people of a facility is taken away."""
    setattr(request, _NOTED, Reading(file.facility, rows=len(file.applications), file=file))


def log(request: HttpRequest, response: HttpResponseBase, page: Page | None) -> None:
    """Write the row of a page that is sent; call it in the transaction in which the page was read.

    Raises NotLogged for a page that noted a person without a mark, and for a marked one that noted nobody.
    """
    reading: Reading | None = getattr(request, _NOTED, None)
    if response.status_code != 200 or (page is None and reading is None):
        return
    if page is None or reading is None:
        raise NotLogged(request.path_info)
    PersonalAccess.objects.create(actor=person(request), page=page, **vars(reading))
