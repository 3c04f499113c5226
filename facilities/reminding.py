"""Who got an account and has not logged in: one reminder after three business days, the office's list after 14 days.

Silence is counted from the letter that left (docs/decisions/0007); domain.md D.1.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from django.conf import settings
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from facilities.letters import CONFIRMED, REMINDED
from facilities.models import Invitation, Registration
from keynet.accounts.first_login import VALID_FOR, issue_first_login
from keynet.lifecycle import Clock
from keynet.outbox.events import record
from keynet.outbox.letters import write_letter
from keynet.outbox.models import Letter
from keynet.outbox.models.event import subject_key
from keynet.vocabulary.business_days import add_business_days, is_business_day

REMINDED_AFTER = 3
"""Business days after the letter with the first login."""

LISTED_AFTER = timedelta(days=14)
FORGOTTEN_AFTER = timedelta(days=30)
"""How long an expired invitation can still be sent again; then its address is forgotten."""

NEVER_LOGGED_IN = Q(
    status=Registration.Status.CONFIRMED,
    first_login_at=None,
    account__password__startswith=UNUSABLE_PASSWORD_PREFIX,
)
"""Registrations whose person has an account that never got a password."""


def remind_of_first_login() -> int:
    """Write each of them once, with a fresh link; return how many letters. Nothing on days off."""
    today = timezone.localdate()
    if not is_business_day(today):
        return 0
    latest = add_business_days(today, -REMINDED_AFTER)
    waiting = Registration.objects.filter(NEVER_LOGGED_IN, decided_at__date__lte=latest)
    return sum(_remind(pk, latest) for pk in waiting.order_by("pk").values_list("pk", flat=True))


def silent_facilities() -> Iterable[int]:
    """Return the facilities whose first login has been waited for too long (ids, as a subquery)."""
    since = timezone.now() - LISTED_AFTER
    return Registration.objects.filter(NEVER_LOGGED_IN, decided_at__lte=since).values_list(
        "facility_id", flat=True
    )


def forget_invitations() -> int:
    """Forget the addresses of invitations that nobody answered; return how many."""
    old = Invitation.objects.waiting().filter(expires_at__lt=timezone.now() - FORGOTTEN_AFTER)
    found = list(old.order_by("pk"))
    for invitation in found:
        invitation.lapse(by=Clock())
    return len(found)


@transaction.atomic
def _remind(pk: int, latest: date) -> bool:
    """Write one reminder, if the letter before it left so long ago and there was none yet."""
    locked = Registration.objects.select_for_update(of=("self",), no_key=True, skip_locked=True)
    registration = locked.select_related("facility", "account").filter(NEVER_LOGGED_IN, pk=pk).first()
    if registration is None or registration.account is None:
        return False
    letters = Letter.objects.filter(subject=subject_key(registration))
    if letters.filter(kind=REMINDED.name).exists():
        return False
    last = letters.filter(kind=CONFIRMED.name).order_by("-created_at").first()
    if last is None or last.sent_at is None or timezone.localdate(last.sent_at) > latest:
        return False
    context = {
        "number": registration.number,
        "facility": registration.facility.name,
        "url": settings.SITE_URL
        + reverse("accounts:first_login", args=[issue_first_login(registration.account)]),
        "days": VALID_FOR.days,
    }
    record("registration.reminded", subject=registration, actor=Clock().actor_key)
    return write_letter(REMINDED, about=registration, to=registration.contact_email, context=context)
