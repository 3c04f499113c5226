"""What waits for the office: the first posting of a new facility, and a further one of a known facility."""

from typing import Any

from facilities.models import Facility, Registration
from keynet.accounts.models import User
from keynet.lifecycle import LinkHolder
from postings.models import Posting
from tests.builders import make_draft, make_facility


def make_waiting_registration(facility: Facility | None = None, **changes: Any) -> Posting:
    """Return the first posting of an unconfirmed hospital, handed in by the holder of the mailed link."""
    facility = facility or make_facility(name="あおば病院", institution_code="1234567", confirmed_at=None)
    registration = Registration.objects.create(
        facility=facility,
        department="看護部",
        contact_name="青葉 明",
        contact_email="Aoba@aoba.example",
        contact_phone="0456720000",
    )
    clerk = LinkHolder(f"registration:{registration.pk}")
    registration.hand_in(by=clerk)
    registration.receive(by=clerk)
    posting = make_draft(facility, registration=registration, **changes)
    posting.submit(by=clerk)
    return posting


def make_waiting(facility: Facility, by: User, **changes: Any) -> Posting:
    """Return a further posting, handed in by a member of its facility."""
    posting = make_draft(facility, **changes)
    posting.submit(by=by)
    return posting
