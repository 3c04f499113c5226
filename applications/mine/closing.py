"""Leaving (退会): the account goes at once; what was sent to facilities goes on by its mailed links."""

from django.db import transaction

from applications import leaving, links
from applications.mine.owned import applications_of
from facilities.models import Membership
from keynet.accounts.models import Appointment, User
from keynet.lifecycle import NotNow
from keynet.outbox.events import record
from keynet.outbox.models import Letter
from keynet.privacy.ledger import remember


class StillWorks(Exception):
    """The person acts for a facility or a public body, or has done so: such an account is ended by its organisation."""


def may_close(user: User) -> bool:
    """Return whether nobody's work hangs on the account."""
    works = Membership.objects.filter(user=user).exists() or Appointment.objects.filter(user=user).exists()
    return not works


def close_account(user: User, *, withdraw: bool) -> int:
    """Delete the account with everything that is only its own; return how many applications were withdrawn.

    Saved postings, ways of signing in and devices go with it, and the letters about it are erased.
    Raises StillWorks.
    """
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=user.pk)
        if not may_close(user):
            raise StillWorks
        withdrawn = _withdraw_all(user) if withdraw else 0
        record("account.closed", subject=user, actor=user.actor_key)
        Letter.objects.filter(recipient__iexact=user.email, kind__startswith="account").erase()
        remember(user)
        user.delete()
        return withdrawn


def _withdraw_all(user: User) -> int:
    count = 0
    for application in applications_of(user).filter(leaves_at=None):
        if application.is_undecided:
            try:
                leaving.leave(application, by=links.holder(application))
            except NotNow:
                continue  # decided in this very moment: there is nothing to withdraw
            count += 1
    return count
