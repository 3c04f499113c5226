"""Who may do what with postings: the only place that decides."""

from typing import Any

from facilities.permissions import acts_for_its_facility, is_ministry, is_officer
from keynet.lifecycle import Actor, Clock, LinkHolder


def is_its_facility(by: Actor, posting: Any) -> bool:
    """A current member of the posting's facility. Publishing is theirs alone: the office only checks."""
    return acts_for_its_facility(by, posting)


def is_its_facility_or_clock(by: Actor, posting: Any) -> bool:
    """The facility, or the timetable (last day over, two silences)."""
    return isinstance(by, Clock) or is_its_facility(by, posting)


def may_hand_in(by: Actor, posting: Any) -> bool:
    """The facility, or whoever fills in the registration whose first posting this is."""
    if isinstance(by, LinkHolder):
        return posting.registration_id is not None and by.subject == f"registration:{posting.registration_id}"
    return is_its_facility(by, posting)


def may_suspend(by: Actor, posting: Any) -> bool:
    """The office or the ministry, by law or after a report (職業安定法5条の4)."""
    return is_officer(by, posting) or is_ministry(by, posting)
