"""Who may do what with registrations and facilities: the only place that decides."""

from typing import Any

from keynet.accounts.models import User
from keynet.lifecycle import Actor, LinkHolder
from keynet.outbox.models.event import subject_key


def is_officer(by: Actor, subject: Any) -> bool:
    """A person of the operations office."""
    return isinstance(by, User) and by.is_active and by.serves("office")


def is_ministry(by: Actor, subject: Any) -> bool:
    """A person of the ministry."""
    return isinstance(by, User) and by.is_active and by.serves("ministry")


def holds_its_link(by: Actor, subject: Any) -> bool:
    """Whoever opened the secret link that was mailed about this very row."""
    return isinstance(by, LinkHolder) and by.subject == subject_key(subject)


def acts_for_its_facility(by: Actor, subject: Any) -> bool:
    """A current member of the facility that the row belongs to; asked anew at every act."""
    return isinstance(by, User) and by.is_active and bool(subject.facility.is_served_by(by))
