"""The printed sheet of a posting (募集票, domain.md F.13): A4, dated, tagged, with the way back to the page."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock
from typing import Any

import segno
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import mark_safe

from postings.models import Posting


class Unavailable(Exception):
    """This machine lacks the system libraries that make a PDF (Pango); the page can still be printed."""


class Busy(Exception):
    """Another sheet is being made; whoever asks waits a moment only, or a dozen sheets would stop the whole site."""


PATIENCE = 1.0
"""Seconds to wait for one's turn: as long as one sheet takes."""
_TURN = Lock()


def sheet(posting: Posting) -> bytes:
    """Return the sheet as a tagged PDF. Raises `Unavailable` and `Busy`."""
    return as_pdf(render_to_string("postings/documents/sheet.html", _context(posting)))


def as_pdf(html: str) -> bytes:
    """Return a document of our own as a tagged PDF in the style of the sheet. Raises `Unavailable` and `Busy`."""
    with _one_at_a_time():
        return _pdf(html)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Let one sheet a process be made: it is work for the processor, which the other pages need, too."""
    if not _TURN.acquire(timeout=PATIENCE):
        raise Busy
    try:
        yield
    finally:
        _TURN.release()


def _context(posting: Posting) -> dict[str, Any]:
    code = segno.make(posting.public_url, error="m").svg_inline(scale=2.2, border=0)
    return {
        "posting": posting,
        "printed_on": timezone.localdate(),
        "code": mark_safe(code),  # noqa: S308 -- drawn by segno from our own address
    }


def _pdf(html: str) -> bytes:
    try:
        # Imported here: it loads Pango, which takes half a second and which a machine may lack.
        import weasyprint
    except OSError as error:
        raise Unavailable from error
    # No protocol is allowed: a sheet is made from its own text and the machine's fonts, nothing is fetched.
    closed = weasyprint.URLFetcher(allowed_protocols=())
    fonts, style = _style()
    document = weasyprint.HTML(string=html, url_fetcher=closed, base_url=None)
    pdf: bytes = document.write_pdf(stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1")
    return pdf


@cache
def _style() -> tuple[Any, Any]:
    """Return the known fonts and the parsed style sheet: the same for every sheet, read once in a process."""
    from weasyprint import CSS, URLFetcher
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    css = render_to_string("postings/documents/sheet.css")
    return fonts, CSS(string=css, url_fetcher=URLFetcher(allowed_protocols=()), font_config=fonts)
