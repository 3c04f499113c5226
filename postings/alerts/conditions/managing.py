"""What the owner of an address does with its conditions, and how an address is forgotten."""

from django.db import transaction

from keynet.outbox.events import record
from keynet.outbox.models import Letter
from keynet.outbox.models.event import subject_key
from keynet.privacy.ledger import remember
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
        _stop(condition, owner)
        return forget_without_conditions(owner)


def stop_all(owner: Subscriber, *, reason: str = "") -> None:
    """End every condition of an address and forget it, at once."""
    with transaction.atomic():
        _hold(owner)
        for condition in owner.conditions.started():
            _stop(condition, owner, reason)
        owner.conditions.filter(status=ConditionStatus.WAITING).delete()
        forget_without_conditions(owner)


def forget_without_conditions(owner: Subscriber) -> bool:
    """Delete an address that nothing is kept for; of its letters only kind, time and fate stay."""
    if owner.conditions.exists():
        return False
    Letter.objects.filter(subject=subject_key(owner)).erase()
    remember(owner)
    owner.delete()
    return True


def stop_again(pk: int) -> bool:
    """Stop a condition that a restored backup brought back (keynet.privacy.ledger)."""
    condition = SavedCondition.objects.started().select_related("subscriber").filter(pk=pk).first()
    if condition is None or condition.subscriber is None:
        return False
    stop_one(condition, condition.subscriber)
    return True


def forget_again(pk: int) -> bool:
    """Forget an address that a restored backup brought back; it may have gone with its last condition just now."""
    owner = Subscriber.objects.filter(pk=pk).first()
    if owner is not None:
        stop_all(owner)
    return owner is not None


def _stop(condition: SavedCondition, owner: Subscriber, reason: str = "") -> None:
    remember(condition)
    condition.stop(by=owner.holder, reason=reason)


def _hold(owner: Subscriber) -> None:
    """Wait for a letter that is being written to this address, so that it is erased with the others."""
    Subscriber.objects.locked().filter(pk=owner.pk).first()
