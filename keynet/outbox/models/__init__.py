"""Event and Letter."""

from keynet.outbox.models.event import Event
from keynet.outbox.models.letter import Letter

__all__ = ["Event", "Letter"]
