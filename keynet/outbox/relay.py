"""The relay: takes waiting events and runs their reactions, which only write rows."""

import logging
import time
from collections.abc import Callable, Iterable, Mapping

from django.db import transaction
from django.utils import timezone

from keynet.outbox.failures import what_failed
from keynet.outbox.models.event import Event

logger = logging.getLogger(__name__)
Reactions = Mapping[str, Iterable[Callable[[Event], None]]]


def run(reactions: Reactions, *, seconds: float = 40) -> int:
    """Handle waiting events until none is left or the time is over; return how many were handled."""
    end = time.monotonic() + seconds
    handled = 0
    while time.monotonic() < end and handle_next(reactions):
        handled += 1
    return handled


def handle_next(reactions: Reactions) -> bool:
    """Handle the oldest waiting event that no other relay holds; return False when there is none.

    All reactions of an event and its `handled_at` are one transaction: they happen together or not at all.
    """
    with transaction.atomic():
        event = Event.objects.waiting().select_for_update(skip_locked=True, of=("self",), no_key=True).first()
        if event is None:
            return False
        try:
            with transaction.atomic():
                for react in reactions.get(event.name, ()):
                    react(event)
        except Exception as error:
            logger.exception("A reaction to event %s (%s) failed", event.pk, event.name)
            event.step_aside(what_failed(error))
        else:
            event.handled_at = timezone.now()
            event.save(update_fields=["handled_at"])
        return True
