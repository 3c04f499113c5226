"""What letters say of a posting, an application and an inquiry: numbers and titles, nothing about the person."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from applications.models import Application, Inquiry
from postings.models import Posting


def posting_facts(posting: Posting) -> dict[str, Any]:
    """Return number, title and facility; whoever applies or asks has been shown a hidden name on the apply screen."""
    return {"posting_number": posting.number, "title": posting.title, "facility": posting.facility.name}


def public_facts(posting: Posting) -> dict[str, Any]:
    """Return the same with a hidden name kept hidden: for people who only ask."""
    return {**posting_facts(posting), "facility": posting.public_facility_name}


def applicant_facts(application: Application, url: str) -> dict[str, Any]:
    """Return what letters to the applicant say; `url` is the page behind the secret link."""
    return {**posting_facts(application.posting), "number": application.number, "url": url}


def inbox_facts(row: Application | Inquiry, waiting: int) -> dict[str, Any]:
    """Return what letters to the facility say: where to look, and how many wait there."""
    page = "inbox:application" if isinstance(row, Application) else "inbox:inquiry"
    path = reverse(page, args=[row.posting.facility.public_id, row.public_id])
    return {
        **posting_facts(row.posting),
        "number": row.number,
        "url": settings.SITE_URL + path,
        "waiting": waiting,
    }
