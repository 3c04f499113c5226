"""What holds the erasing back: a person's stop, and a night that would erase suspiciously many."""

from django.db import transaction
from django.utils import timezone

from keynet.accounts.models import User
from keynet.outbox.events import record
from keynet.privacy.models import MaskingStop

MOST_OF_ALL = 0.02
"""Of all people known: a night's share is half a percent; four times as many is a wrong clock or a wrong setting."""
ALWAYS_ALLOWED = 200
"""People of a night that nobody is asked about: of few people, a handful is more than two percent."""


def is_stopped() -> bool:
    """Return whether somebody has stopped all erasing."""
    return MaskingStop.objects.current().exists()


def is_too_many(due: int, known: int) -> bool:
    """Return whether a person must confirm before so many of all known people are erased."""
    return due > max(ALWAYS_ALLOWED, known * MOST_OF_ALL)


def stop(reason: str, *, by: User) -> None:
    """Stop all erasing at once; a round that runs ends with the person it is at."""
    with transaction.atomic():
        stopped = MaskingStop.objects.create(reason=reason, stopped_by=by)
        record("masking.stopped", subject=stopped, actor=by.actor_key)


def lift(*, by: User) -> None:
    """Let the erasing go on; what fell due meanwhile goes the next night."""
    with transaction.atomic():
        for stopped in MaskingStop.objects.current().select_for_update(no_key=True, of=("self",)):
            stopped.lifted_by, stopped.lifted_at = by, timezone.now()
            stopped.save(update_fields=["lifted_by", "lifted_at"])
            record("masking.resumed", subject=stopped, actor=by.actor_key)
