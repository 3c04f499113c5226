"""The office's registry of recruiters: entered with an invitation, changed with a trace."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from keynet.lifecycle import Actor
from keynet.outbox.events import record
from postings.alerts.models import Recruiter


class AlreadyEntered(Exception):
    """A recruiter with this address was entered a moment ago: two clicks, or two officers."""


def enter(recruiter: Recruiter, *, by: Actor) -> None:
    """Save a new recruiter and ask it by letter, together; raises AlreadyEntered."""
    with transaction.atomic():
        try:
            with transaction.atomic():
                recruiter.save()
        except IntegrityError as error:
            raise AlreadyEntered from error
        recruiter.invite(by=by)


def change_choices(recruiter: Recruiter, *, by: Actor) -> None:
    """Save what the office changed; news of postings follows the new choices from now on."""
    with transaction.atomic():
        recruiter.chosen_at = timezone.now()
        recruiter.save(update_fields=["company", "licence_number", "occupations", "prefectures", "chosen_at"])
        record("recruiter.changed", subject=recruiter, actor=by.actor_key)
