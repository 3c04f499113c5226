"""Who may do what with registrations, facilities and their people: the only place that decides."""

from typing import Any

from keynet.accounts.models import User
from keynet.lifecycle import Actor, Clock, LinkHolder
from keynet.outbox.models.event import subject_key


def is_officer(by: Actor, subject: Any) -> bool:
    """A person of the operations office."""
    return isinstance(by, User) and by.is_active and by.serves("office")


def is_another_officer(by: Actor, subject: Any) -> bool:
    """A person of the operations office other than the one who asked (four eyes)."""
    return is_officer(by, subject) and isinstance(by, User) and by.pk != subject.asked_by_id


def is_ministry(by: Actor, subject: Any) -> bool:
    """A person of the ministry."""
    return isinstance(by, User) and by.is_active and by.serves("ministry")


def is_the_clock(by: Actor, subject: Any) -> bool:
    """The timetable of the service."""
    return isinstance(by, Clock)


def holds_its_link(by: Actor, subject: Any) -> bool:
    """Whoever opened the secret link that was mailed about this very row."""
    return isinstance(by, LinkHolder) and by.subject == subject_key(subject)


def acts_for_its_facility(by: Actor, subject: Any) -> bool:
    """A current member of the facility that the row belongs to; asked anew at every act."""
    return isinstance(by, User) and by.is_active and bool(subject.facility.is_served_by(by))


def administers_its_facility(by: Actor, subject: Any) -> bool:
    """A current admin of the facility that the row belongs to; asked anew at every act."""
    return isinstance(by, User) and by.is_active and bool(subject.facility.is_administered_by(by))


def administers_its_facility_or_officer(by: Actor, subject: Any) -> bool:
    """An admin invites colleagues; the office lets a facility in again that has lost its access."""
    return administers_its_facility(by, subject) or is_officer(by, subject)


def is_the_invited(by: Actor, subject: Any) -> bool:
    """The person behind the address that was invited."""
    return isinstance(by, User) and by.is_active and by.email == subject.email


def may_end(by: Actor, membership: Any) -> bool:
    """An admin removes colleagues; everybody may leave by themselves."""
    return by == membership.user or administers_its_facility(by, membership)
