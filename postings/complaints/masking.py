"""The promise on the form: what a reporter told us goes some months after the report was settled; the count stays."""

from django.db import transaction
from django.utils import timezone

from keynet.lifecycle import Clock
from keynet.outbox.events import record
from keynet.outbox.models import Letter
from keynet.outbox.models.event import subject_key
from keynet.privacy.ledger import remember
from keynet.privacy.retention import rule
from keynet.privacy.stopping import is_stopped
from postings.complaints.letters import REPLIED
from postings.models import Complaint
from postings.models.complaint import BLANK_COMPLAINT

A_ROUND = 500


def mask_settled() -> int:
    """Mask one round of the reports whose time is over; return how many."""
    if is_stopped():
        return 0
    due = Complaint.objects.outlived(rule("complaint").before())
    return sum(mask(pk) for pk in list(due.order_by("pk").values_list("pk", flat=True)[:A_ROUND]))


def mask(pk: int) -> bool:
    """Mask one report whose reporter is known; return False when somebody did so before."""
    with transaction.atomic():
        complaint = Complaint.objects.select_for_update(no_key=True).filter(pk=pk, masked_at=None).first()
        if complaint is None:
            return False
        for column, blank in BLANK_COMPLAINT.items():
            setattr(complaint, column, blank)
        complaint.masked_at = timezone.now()
        complaint.save()
        remember(complaint)
        Letter.objects.filter(subject=subject_key(complaint), kind=REPLIED.name).erase()
        record("complaint.masked", subject=complaint, actor=Clock().actor_key)
    return True
