"""The printed sheet of an application (応募シート): what the applicant wrote, for those who talk to them."""

from django.template.loader import render_to_string
from django.utils import timezone

from applications.models import Application
from postings.documents import as_pdf


def sheet(application: Application) -> bytes:
    """Return the sheet as a tagged PDF; the facility's notes are not on it. Raises `Unavailable` and `Busy`."""
    context = {"application": application, "printed_on": timezone.localdate()}
    return as_pdf(render_to_string("applications/documents/sheet.html", context))
