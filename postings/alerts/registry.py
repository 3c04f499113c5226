"""The office's registry of recruiters: entered with an invitation, changed with a trace."""

from django.db import transaction
from django.utils import timezone

from keynet.lifecycle import Actor
from keynet.outbox.events import record
from postings.alerts.models import Recruiter


def enter(recruiter: Recruiter, *, by: Actor) -> None:
    """Save a new recruiter and ask it by letter, together."""
    with transaction.atomic():
        recruiter.save()
        recruiter.invite(by=by)


def change_choices(recruiter: Recruiter, *, by: Actor) -> None:
    """Save what the office changed; news of postings follows the new choices from now on."""
    with transaction.atomic():
        recruiter.chosen_at = timezone.now()
        recruiter.save(update_fields=["company", "licence_number", "occupations", "prefectures", "chosen_at"])
        record("recruiter.changed", subject=recruiter, actor=by.actor_key)
