"""What a nurse center says of itself: its public contact, and where its letters go (domain.md D.3)."""

from django.db import transaction
from django.utils import timezone

from facilities.models import Desk, DeskAddress
from keynet.lifecycle import Actor
from keynet.outbox.events import record
from keynet.vocabulary.prefectures import PREFECTURES

NURSE_CENTER = Desk.Kind.NURSE_CENTER


def own_desk(prefecture: str) -> Desk:
    """Return the center's desk; a new one, not yet saved, when the prefecture has none."""
    name = f"{PREFECTURES[prefecture].name}ナースセンター"
    return Desk.objects.of(prefecture).filter(kind=NURSE_CENTER).first() or Desk(
        kind=NURSE_CENTER, prefecture=prefecture, name=name
    )


def correct(desk: Desk, *, by: Actor) -> None:
    """Save the contact as its owner wrote it: from now on it is theirs, no longer the circular's of 2021."""
    with transaction.atomic():
        desk.phone_as_of = None
        desk.reported_at = timezone.now()
        desk.save()
        record("desk.reported", subject=desk, actor=by.actor_key)


def letter_addresses(prefecture: str) -> "list[DeskAddress]":
    """Return where the center's letters go, the oldest first."""
    own = DeskAddress.objects.active().filter(desk__prefecture=prefecture, desk__kind=NURSE_CENTER)
    return list(own.order_by("pk"))
