"""The applicant takes a slot or says that none fits; two people who press at once meet at the lock on the slot."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from applications.models import Application, Interview, Slot, SlotOffer
from applications.permissions import is_its_applicant
from keynet.lifecycle import Actor, NotNow
from keynet.outbox.events import record

TAKEN = "この日時は、ほかの方に決まったか、取り下げられました。ほかの日時を選んでください"


class SlotGone(ValidationError):
    """Somebody was faster, the time is past, or the slot was never offered to this applicant."""


def take(application: Application, slot_id: int, *, by: Actor) -> Interview:
    """Take a slot; who has one already moves to the new one. Pressing twice changes nothing.

    Raises SlotGone, NotNow when the selection is over, and PermissionDenied.
    """
    with transaction.atomic():
        application = _deciding(application, by)
        slot = Slot.objects.select_for_update(no_key=True).filter(pk=slot_id).first()
        agreed = Interview.objects.agreed().of(application).first()
        if slot and agreed and agreed.slot_id == slot.pk:
            return agreed
        if not slot or not Slot.objects.free().offered_to(application).filter(pk=slot.pk).exists():
            raise SlotGone(TAKEN)
        if agreed and agreed.slot.starts_at > timezone.now():
            agreed.change(slot, by=by)
            return agreed
        if agreed:
            agreed.hold()
        interview = Interview.objects.create(application=application, slot=slot)
        record("interview.taken", subject=interview, actor=by.actor_key)
        return interview


def refuse_all(application: Application, *, by: Actor) -> int:
    """Ask for other times: none of the offered ones fits, or is left. Return how many offers stood.

    Raises NotNow and PermissionDenied.
    """
    with transaction.atomic():
        application = _deciding(application, by)
        offers = SlotOffer.objects.standing().filter(application=application)
        refused = offers.update(refused_at=timezone.now())
        if refused:
            record("slots.refused", subject=application, actor=by.actor_key)
        return refused


def _deciding(application: Application, by: Actor) -> Application:
    """Return the application, locked: its own clicks wait in line here, and the facility's decision, too."""
    rows = Application.objects.select_for_update(of=("self",), no_key=True)
    found = rows.select_related("posting__facility").get(pk=application.pk)
    if not is_its_applicant(by, found):
        raise PermissionDenied
    if not found.is_undecided or found.leaves_at:
        raise NotNow(found, "take")
    return found
