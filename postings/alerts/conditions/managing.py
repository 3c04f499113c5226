"""What the owner of an address does with its conditions, and how an address is forgotten."""

from django.db import transaction

from keynet.outbox.events import record
from keynet.outbox.models import Letter
from keynet.outbox.models.event import subject_key
from postings.alerts.lifecycle import ConditionStatus
from postings.alerts.models import SavedCondition, Subscriber


def change_frequency(condition: SavedCondition, frequency: str) -> None:
    """Look a condition up as often as its owner wants; what is told already is not told again."""
    owner = condition.subscriber
    if owner is None or condition.frequency == frequency:
        return
    with transaction.atomic():
        condition.frequency = frequency
        condition.save(update_fields=["frequency"])
        record("saved_condition.changed", subject=condition, actor=owner.holder.actor_key)


def stop_one(condition: SavedCondition, owner: Subscriber) -> bool:
    """End one condition; with the last one the address goes too. Return whether it went."""
    with transaction.atomic():
        _hold(owner)
        condition.stop(by=owner.holder)
        return forget_without_conditions(owner)


def stop_all(owner: Subscriber, *, reason: str = "") -> None:
    """End every condition of an address and forget it, at once."""
    with transaction.atomic():
        _hold(owner)
        for condition in owner.conditions.started():
            condition.stop(by=owner.holder, reason=reason)
        owner.conditions.filter(status=ConditionStatus.WAITING).delete()
        forget_without_conditions(owner)


def forget_without_conditions(owner: Subscriber) -> bool:
    """Delete an address that nothing is kept for; of its letters only kind, time and fate stay."""
    if owner.conditions.exists():
        return False
    Letter.objects.filter(subject=subject_key(owner)).erase()
    owner.delete()
    return True


def _hold(owner: Subscriber) -> None:
    """Wait for a letter that is being written to this address, so that it is erased with the others."""
    Subscriber.objects.locked().filter(pk=owner.pk).first()
