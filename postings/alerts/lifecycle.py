"""The states of a recruiter's subscription: entered by the office, active only after their own yes."""

from typing import Any

from django.db.models import TextChoices

from facilities.permissions import is_officer
from keynet.lifecycle import Actor, Lifecycle, LinkHolder, Move


class RecruiterStatus(TextChoices):
    """Where a recruiter's subscription stands."""

    INVITED = "invited", "受け取りの確認待ち"
    ACTIVE = "active", "受け取り中"
    STOPPED = "stopped", "停止"


def holds_its_link(by: Actor, recruiter: Any) -> bool:
    """Whoever opened the link mailed to the recruiter."""
    return isinstance(by, LinkHolder) and by.subject == f"recruiter:{recruiter.pk}"


def is_officer_or_itself(by: Actor, recruiter: Any) -> bool:
    """The office, or the recruiter through the stop link of any letter."""
    return is_officer(by, recruiter) or holds_its_link(by, recruiter)


S = RecruiterStatus

RECRUITER = Lifecycle(
    Move("invite", {S.INVITED, S.STOPPED}, S.INVITED, is_officer, "recruiter.invited"),
    Move("opt_in", {S.INVITED}, S.ACTIVE, holds_its_link, "recruiter.opted_in"),
    Move("stop", {S.INVITED, S.ACTIVE}, S.STOPPED, is_officer_or_itself, "recruiter.stopped"),
)
