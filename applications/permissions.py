"""Who may do what with applications and inquiries: the only place that decides."""

from typing import Any

from facilities.permissions import acts_for_its_facility, holds_its_link, is_the_clock
from keynet.lifecycle import Actor


def is_its_facility(by: Actor, subject: Any) -> bool:
    """A current member of the facility whose posting is answered."""
    return acts_for_its_facility(by, subject.posting)


def may_answer(by: Actor, subject: Any) -> bool:
    """Such a member, as long as it is known whom to answer (a masked row stays as it is)."""
    return is_its_facility(by, subject) and subject.masked_at is None


def may_answer_or_clock(by: Actor, subject: Any) -> bool:
    """Such a member; or the clock, half an hour after such a member has decided."""
    return may_answer(by, subject) or (is_the_clock(by, subject) and subject.masked_at is None)


def is_its_applicant(by: Actor, subject: Any) -> bool:
    """Whoever proved the mail address or opened the mailed link of this very row."""
    return holds_its_link(by, subject)


def is_of_the_interview(by: Actor, interview: Any) -> bool:
    """One of the two who would meet; or the clock, when the application is over."""
    application = interview.application
    return may_answer(by, application) or is_its_applicant(by, application) or is_the_clock(by, application)


def may_hire(by: Actor, subject: Any) -> bool:
    """A member who may answer, unless the applicant is about to leave (half an hour at most)."""
    return may_answer(by, subject) and subject.leaves_at is None
