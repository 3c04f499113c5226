"""Reactions: the facility hears what the office asks, never who reported; the reporter hears how it ended."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from keynet.outbox.letters import write_letter
from keynet.outbox.models import Event
from postings.addressees import addresses_of
from postings.complaints.letters import ASKED, REPLIED, SETTLED
from postings.models import Complaint


def tell_facility_of_question(event: Event) -> None:
    """The office asks, in its own words."""
    complaint = _complaint(event)
    for address in addresses_of(complaint.posting):
        write_letter(
            ASKED, about=complaint, to=address, context=_facts(complaint), period=f"event:{event.pk}"
        )


def tell_of_settlement(event: Event) -> None:
    """The reporter who left an address hears the outcome, and so does the facility that was asked."""
    complaint = _complaint(event)
    if complaint.email:
        facts = {**_facts(complaint), "facility": complaint.posting.public_facility_name}
        write_letter(REPLIED, about=complaint, to=complaint.email, context=facts)
    if complaint.asked_at:
        for address in addresses_of(complaint.posting):
            write_letter(SETTLED, about=complaint, to=address, context=_facts(complaint))


def _complaint(event: Event) -> Complaint:
    return Complaint.objects.select_related("posting__facility").get(pk=event.subject_id)


def _facts(complaint: Complaint) -> dict[str, Any]:
    posting = complaint.posting
    path = reverse("facility:complaint", args=[posting.facility.public_id, complaint.pk])
    return {
        "facility": str(posting.facility),
        "posting_number": posting.number,
        "title": posting.title,
        "number": complaint.number,
        "question": complaint.question,
        "outcome": complaint.get_outcome_display(),
        "url": settings.SITE_URL + path,
    }
