"""The printed sheet of a posting (募集票, domain.md F.13): A4, dated, tagged, with the way back to the page."""

from typing import Any

import segno
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import mark_safe

from postings.models import Posting


class Unavailable(Exception):
    """This machine lacks the system libraries that make a PDF (Pango); the page can still be printed."""


def sheet(posting: Posting) -> bytes:
    """Return the sheet as a tagged PDF. Raises `Unavailable`."""
    html = render_to_string("postings/documents/sheet.html", _context(posting))
    css = render_to_string("postings/documents/sheet.css")
    return _pdf(html, css)


def _context(posting: Posting) -> dict[str, Any]:
    code = segno.make(posting.public_url, error="m").svg_inline(scale=2.2, border=0)
    return {
        "posting": posting,
        "printed_on": timezone.localdate(),
        "code": mark_safe(code),  # noqa: S308 -- drawn by segno from our own address
    }


def _pdf(html: str, css: str) -> bytes:
    try:
        # Imported here: it loads Pango, which takes half a second and which a machine may lack.
        import weasyprint
    except OSError as error:
        raise Unavailable from error
    # No protocol is allowed: a sheet is made from its own text and the machine's fonts, nothing is fetched.
    closed = weasyprint.URLFetcher(allowed_protocols=())
    document = weasyprint.HTML(string=html, url_fetcher=closed, base_url=None)
    pdf: bytes = document.write_pdf(
        stylesheets=[weasyprint.CSS(string=css, url_fetcher=closed)], pdf_tags=True
    )
    return pdf
