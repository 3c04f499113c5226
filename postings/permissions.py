"""Who may do what with postings: the only place that decides."""

from typing import Any

from facilities.permissions import acts_for_its_facility, holds_its_link, is_ministry, is_officer
from keynet.lifecycle import Actor, Clock, LinkHolder


def is_its_facility(by: Actor, posting: Any) -> bool:
    """A current member of the posting's facility. Publishing is theirs alone: the office only checks."""
    return acts_for_its_facility(by, posting)


def is_its_facility_or_clock(by: Actor, posting: Any) -> bool:
    """The facility, or the timetable."""
    return isinstance(by, Clock) or is_its_facility(by, posting)


def is_the_clock(by: Actor, posting: Any) -> bool:
    """The timetable alone."""
    return isinstance(by, Clock)


def keeps_it_true(by: Actor, posting: Any) -> bool:
    """The facility, or whoever opened the link that was mailed to it about this posting (職業安定法5条の4)."""
    return holds_its_link(by, posting) or is_its_facility(by, posting)


def may_close(by: Actor, posting: Any) -> bool:
    """The facility, also by its mailed link, or the timetable (last day over, two silences)."""
    return isinstance(by, Clock) or keeps_it_true(by, posting)


def is_asked_facility(by: Actor, complaint: Any) -> bool:
    """A current member of the facility whose posting somebody complained about."""
    return is_its_facility(by, complaint.posting)


def may_hand_in(by: Actor, posting: Any) -> bool:
    """The facility, or whoever fills in the registration whose first posting this is."""
    if isinstance(by, LinkHolder):
        return posting.registration_id is not None and by.subject == f"registration:{posting.registration_id}"
    return is_its_facility(by, posting)


def may_suspend(by: Actor, posting: Any) -> bool:
    """The office or the ministry, by law or after a report (職業安定法5条の4)."""
    return is_officer(by, posting) or is_ministry(by, posting)
