"""What is kept no longer than needed: what nobody proved within three days goes, with its codes and links."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from applications.lifecycle import ApplicationStatus, InquiryStatus
from applications.models import Application, Inquiry
from keynet.accounts.models import MailedLink, MailProof
from keynet.outbox.models.event import subject_key

UNPROVED_FOR = timedelta(hours=72)
"""reliability.md 5.1: a guest who did not confirm the mail address."""


def forget_unproved() -> int:
    """Forget every unproved application and inquiry older than three days; return how many."""
    before = timezone.now() - UNPROVED_FOR
    applications = Application.objects.filter(status=ApplicationStatus.UNPROVED, created_at__lt=before)
    inquiries = Inquiry.objects.filter(status=InquiryStatus.UNPROVED, created_at__lt=before)
    return sum(forget(row) for rows in (applications, inquiries) for row in rows)


def forget(row: Application | Inquiry) -> bool:
    """Delete one unproved row with its codes and links; return False when it has been proved meanwhile."""
    with transaction.atomic():
        unproved = (
            type(row)._base_manager.select_for_update(skip_locked=True).filter(pk=row.pk, status="unproved")
        )
        if not unproved.exists():
            return False
        key = subject_key(row)
        MailProof.objects.filter(subject=key).delete()
        MailedLink.objects.filter(subject=key).delete()
        type(row)._base_manager.filter(pk=row.pk).delete()
        return True
