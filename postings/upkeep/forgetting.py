"""Registrations that nobody handed in do not stay: what was typed is personal data without a purpose."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from facilities.models import Registration
from keynet.accounts.models import MailedLink
from keynet.outbox.models import Letter
from keynet.outbox.models.event import subject_key
from postings.models import Posting

KEPT_FOR = timedelta(days=30)  # as long as the mailed link opens the form again
NEVER_RECEIVED = (Registration.Status.DRAFT, Registration.Status.UNPROVED)


def forget_abandoned() -> int:
    """Delete each registration nobody touched for 30 days, with its drafts, links and letters; return how many."""
    stale = Registration.objects.filter(status__in=NEVER_RECEIVED, updated_at__lt=timezone.now() - KEPT_FOR)
    return sum(_forget(pk) for pk in stale.order_by("pk").values_list("pk", flat=True))


def _forget(pk: int) -> bool:
    with transaction.atomic():
        rows = Registration.objects.select_for_update(no_key=True, of=("self",)).select_related("facility")
        registration = rows.filter(pk=pk, status__in=NEVER_RECEIVED).first()
        if registration is None or _is_in_use(registration):
            return False
        key = subject_key(registration)
        MailedLink.objects.filter(subject=key).delete()
        Letter.objects.filter(subject=key).delete()
        Posting.objects.filter(registration=registration).delete()
        registration.delete()
        registration.facility.delete()
    return True


def _is_in_use(registration: Registration) -> bool:
    """The clerk may be typing a block of the posting while the registration itself stays as it was."""
    return Posting.objects.filter(
        registration=registration, updated_at__gte=timezone.now() - KEPT_FOR
    ).exists()
