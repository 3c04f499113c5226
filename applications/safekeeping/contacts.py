"""Business contacts (担当者) of postings that are over: the offer stays on record, who answered the phone does not.

Two years after the end nobody asks the contact any more: applicants were erased after half a year, and two years are
what an employment agency keeps its registers. What was promised (the terms) stays in the versions (decision 15).
"""

from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from applications.models import Hire, LegalHold
from facilities.models import Registration
from keynet.lifecycle import Clock
from keynet.outbox.events import record
from keynet.outbox.models.letter import ERASED
from keynet.privacy.ledger import remember
from keynet.privacy.retention import rule
from keynet.privacy.stopping import is_stopped
from postings.lifecycle import PostingStatus
from postings.models import Posting, PostingVersion, Review

A_ROUND = 500
GONE = "（消去済み）"
BLANK_CONTACT: dict[str, Any] = {
    "contact_name": GONE,
    "contact_kana": "",
    "contact_phone": "0000000000",
    "contact_email": f"contact{ERASED}",
}
"""What stands in the columns instead; a posting that was handed in must have a contact (posting_intake_is_complete)."""
BLANK_POSTING: dict[str, Any] = {**BLANK_CONTACT, "contact_phone_public": False, "internal_note": ""}


def known_contacts() -> QuerySet[Posting]:
    """Return postings that are over and still name somebody."""
    is_over = Q(status__in=(PostingStatus.CLOSED, PostingStatus.REJECTED))
    return Posting.objects.filter(is_over).exclude(contact_email__endswith=ERASED)


def mask_contacts() -> int:
    """Mask one round of the contacts whose time is over; return how many postings."""
    if is_stopped():
        return 0
    before = rule("contact").before()
    ended = Q(closed_at__lte=before) | Q(status=PostingStatus.REJECTED, updated_at__lte=before)
    due = known_contacts().filter(ended).exclude(pk__in=LegalHold.objects.current().values("posting"))
    return sum(mask_contact(pk) for pk in list(due.order_by("pk").values_list("pk", flat=True)[:A_ROUND]))


def mask_contact(pk: int) -> bool:
    """Mask the contact of one posting in it, its versions, its checks and the form it came with."""
    with transaction.atomic():
        posting = known_contacts().select_for_update(of=("self",), no_key=True).filter(pk=pk).first()
        if posting is None or is_stopped():
            return False
        remember(posting)
        Posting.objects.filter(pk=pk).update(**BLANK_POSTING)
        for version in posting.versions.all():
            _mask_terms(version)
        for review in posting.reviews.all():
            _mask_terms(review)
        posting.reviews.update(note="")
        Hire.objects.filter(posting=posting).exclude(licence_seen_by="").update(licence_seen_by=GONE)
        Registration.objects.filter(posting=posting).update(**BLANK_CONTACT, department=GONE)
        record("posting.contact_masked", subject=posting, actor=Clock().actor_key)
    return True


def _mask_terms(row: PostingVersion | Review) -> None:
    row.terms |= {name: value for name, value in BLANK_POSTING.items() if name in row.terms}
    row.save(update_fields=["terms"])
