"""Writing down what happened."""

from typing import Any

from django.db import connection, models

from keynet.outbox.models.event import Event, subject_key


def record(name: str, *, subject: models.Model, actor: str, **data: Any) -> Event:
    """Write an event in the current transaction; `data` holds no personal data (people read it as history).

    Raises RuntimeError outside a transaction: an event without its change would be a lie.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("An event is recorded in the transaction of its change.")
    return Event.objects.create(name=name, subject=subject_key(subject), actor=actor, data=data)
