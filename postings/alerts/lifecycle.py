"""The states of those who asked for letters: recruiters, and conditions that people saved. Active only after their yes."""

from typing import Any

from django.db.models import TextChoices

from facilities.permissions import is_officer
from keynet.lifecycle import Actor, Lifecycle, LinkHolder, Move


class RecruiterStatus(TextChoices):
    """Where a recruiter's subscription stands."""

    INVITED = "invited", "受け取りの確認待ち"
    ACTIVE = "active", "受け取り中"
    STOPPED = "stopped", "停止"


class ConditionStatus(TextChoices):
    """Where a saved condition stands."""

    WAITING = "waiting", "メールの確認待ち"
    ACTIVE = "active", "受け取り中"
    PAUSED = "paused", "一時停止中"
    STOPPED = "stopped", "停止"


def holds_its_link(by: Actor, recruiter: Any) -> bool:
    """Whoever opened the link mailed to the recruiter."""
    return isinstance(by, LinkHolder) and by.subject == f"recruiter:{recruiter.pk}"


def is_officer_or_itself(by: Actor, recruiter: Any) -> bool:
    """The office, or the recruiter through the stop link of any letter."""
    return is_officer(by, recruiter) or holds_its_link(by, recruiter)


def holds_its_letter(by: Actor, condition: Any) -> bool:
    """Whoever opened a link of a letter to the address that the condition belongs to."""
    return isinstance(by, LinkHolder) and by.subject == f"subscriber:{condition.subscriber_id}"


R, C = RecruiterStatus, ConditionStatus

RECRUITER = Lifecycle(
    Move("invite", {R.INVITED, R.STOPPED}, R.INVITED, is_officer, "recruiter.invited"),
    Move("opt_in", {R.INVITED}, R.ACTIVE, holds_its_link, "recruiter.opted_in"),
    Move("stop", {R.INVITED, R.ACTIVE}, R.STOPPED, is_officer_or_itself, "recruiter.stopped"),
)

CONDITION = Lifecycle(
    Move("start", {C.WAITING}, C.ACTIVE, holds_its_letter, "saved_condition.started"),
    Move("pause", {C.ACTIVE}, C.PAUSED, holds_its_letter, "saved_condition.paused"),
    Move("resume", {C.PAUSED}, C.ACTIVE, holds_its_letter, "saved_condition.resumed"),
    Move("stop", {C.ACTIVE, C.PAUSED}, C.STOPPED, holds_its_letter, "saved_condition.stopped"),
)
