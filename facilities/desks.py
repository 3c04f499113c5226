"""What a prefecture reports of its desks: the 受付窓口 for seekers, and where its letters go.

Circular of 2020-05-27, 2(2): a prefecture that sets up a reception desk reports it at any time, and registers the
addresses that postings are mailed to.
"""

from collections.abc import Mapping

from django.db import IntegrityError, transaction
from django.utils import timezone

from facilities.models import Desk, DeskAddress
from keynet.lifecycle import Actor
from keynet.outbox.events import record
from keynet.vocabulary.prefectures import PREFECTURES

LETTER_DESKS = (Desk.Kind.PREFECTURAL_OFFICE, Desk.Kind.COORDINATION_DESK)
"""The desks of a prefecture that every posting is mailed to (circular of 2020-05-27, 2(2))."""


class AlreadyRegistered(Exception):
    """The address gets the letters of this desk already."""


def reception_desk(prefecture: str) -> Desk | None:
    """Return the prefecture's open reception desk."""
    return Desk.objects.of(prefecture).filter(kind=Desk.Kind.RECEPTION_DESK).first()


def letter_addresses(prefecture: str) -> list[DeskAddress]:
    """Return where the letters to a prefecture go, the oldest first."""
    own = DeskAddress.objects.active().filter(desk__prefecture=prefecture, desk__kind__in=LETTER_DESKS)
    return list(own.select_related("desk").order_by("pk"))


def report(prefecture: str, facts: Mapping[str, str], *, by: Actor) -> Desk:
    """Save what the prefecture says of its reception desk, new or changed, with the time of the report."""
    with transaction.atomic():
        desk, _ = Desk.objects.update_or_create(
            kind=Desk.Kind.RECEPTION_DESK,
            prefecture=prefecture,
            closed_on=None,
            defaults={**facts, "reported_at": timezone.now()},
        )
        record("desk.reported", subject=desk, actor=by.actor_key)
    return desk


def close(desk: Desk, *, by: Actor) -> None:
    """The desk receives nobody any more; postings and letters stop pointing to it at once."""
    with transaction.atomic():
        desk.closed_on = timezone.localdate()
        desk.save(update_fields=["closed_on"])
        record("desk.closed", subject=desk, actor=by.actor_key)


def register_address(prefecture: str, kind: str, address: str, *, by: Actor) -> DeskAddress:
    """Register one more address for letters; raises AlreadyRegistered. The desk is made when it is the first."""
    label = Desk.Kind(kind).label.removeprefix("都道府県")
    name = f"{PREFECTURES[prefecture].name} {label}"
    try:
        with transaction.atomic():
            desk, _ = Desk.objects.get_or_create(
                kind=kind, prefecture=prefecture, closed_on=None, defaults={"name": name}
            )
            registered = DeskAddress.objects.create(desk=desk, address=address)
            record("desk_address.registered", subject=registered, actor=by.actor_key)
    except IntegrityError as error:
        raise AlreadyRegistered from error
    return registered


def stop_address(address: DeskAddress, *, by: Actor) -> None:
    """No more letters to this address, at once."""
    with transaction.atomic():
        address.stopped_at = timezone.now()
        address.save(update_fields=["stopped_at"])
        record("desk_address.stopped", subject=address, actor=by.actor_key)
