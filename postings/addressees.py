"""Whom the letters about a posting reach at its facility."""

from keynet.accounts.models import User
from keynet.outbox.models.letter import ERASED
from postings.models import Posting


def admins_of(posting: Posting) -> set[str]:
    """Return the addresses of the facility's present admins."""
    admins = User.objects.filter(
        is_active=True,
        memberships__facility=posting.facility,
        memberships__left_at=None,
        memberships__role="admin",
    )
    return {user.email.lower() for user in admins}


def answerers_of(posting: Posting) -> list[str]:
    """Return who answers applicants: the contact that the posting names, or the admins once that contact has left."""
    contact = posting.contact_email.lower()
    return sorted(admins_of(posting)) if _has_left(posting, contact) else [contact]


def addresses_of(posting: Posting) -> list[str]:
    """Return the contact that the posting names and the facility's admins, each address once.

    A contact who has left the facility hears nothing more, whatever the posting still says.
    """
    contact = posting.contact_email.lower()
    return sorted(admins_of(posting) | (set() if _has_left(posting, contact) else {contact}))


def _has_left(posting: Posting, contact: str) -> bool:
    if contact.endswith(ERASED):
        return True
    of_contact = posting.facility.memberships.filter(user__email=contact)
    return of_contact.exists() and not of_contact.current().exists()
