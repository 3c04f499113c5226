"""The facility offers slots: the one way to an interview. The letter is in its words, with the times below them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from applications import answering
from applications.models import Application, Interview, Slot, SlotOffer
from applications.permissions import may_answer
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox.events import record
from keynet.vocabulary.japanese import datetime_ja

MOST = 5
"""Slots offered to one applicant at a time: a choice, not a timetable."""
CHOOSE = "次の候補から、都合のよい日時を1つ選んでください。応募の状況のページで選べます。先に選んだ方に決まります。"
ONLINE = "オンライン：参加のためのURLは、日時を選ぶと、応募の状況のページに出ます。"
NONE_FREE = "候補の日時は、どれもほかの方に決まっています。別の日時を入力してください"
UNLIKE = (
    "{when}は、ほかの方にも案内しています（{minutes}分、持ち物など：{note}）。"
    "長さと持ち物を同じにするか、別の日時にしてください"
)


class CannotOffer(ValidationError):
    """Nothing that could be taken is left to offer."""


@dataclass(frozen=True)
class Place:
    """What all slots of one invitation share."""

    minutes: int
    place: str = ""
    online_url: str = ""
    note: str = ""


def offer_slots(
    application: Application, times: Iterable[datetime], place: Place, *, by: User, text: str, number: int
) -> list[Slot]:
    """Invite with times to choose from; a time that stands already is offered to this person, too.

    A further round replaces the one before: its times are no more for taking, an interview to come is called off.
    Raises CannotOffer, NotNow (see `answering.invite`) and PermissionDenied.
    """
    with transaction.atomic():
        if not may_answer(by, application):
            raise PermissionDenied
        end_round(application, by=by)
        facility = application.posting.facility
        slots = [slot for time in sorted(set(times)) if (slot := stand(facility, time, place))]
        if not slots:
            raise CannotOffer(NONE_FREE)
        for slot in slots:
            offered = {"offered_at": timezone.now(), "refused_at": None, "ended_at": None}
            SlotOffer.objects.update_or_create(slot=slot, application=application, defaults=offered)
        words = words_of(text, [slot.starts_at for slot in slots], place)
        answering.invite(application, by=by, text=words, number=number)
        return slots


def end_round(application: Application, *, by: User) -> None:
    """Let nothing of the last round be taken any more, and call off an interview to come. Call it in a transaction."""
    # The lock of whoever takes a slot (`taking`): a click that is on its way finds the end.
    Application.objects.select_for_update(of=("self",), no_key=True).get(pk=application.pk)
    for interview in Interview.objects.to_come().of(application):
        interview.cancel(by=by)
        give_up(interview.slot)
    SlotOffer.objects.standing().filter(application=application).update(ended_at=timezone.now())


def give_up(slot: Slot) -> None:
    """The facility does not talk to anybody there and then: the slot is not free again for others."""
    Slot.objects.filter(pk=slot.pk).update(withdrawn_at=timezone.now())


def stand(facility: Facility, time: datetime, place: Place) -> Slot | None:
    """Return the facility's slot at this time and place, made when there was none; None when somebody has it.

    Raises CannotOffer when others were offered it with another length or note.
    """
    facts = {"minutes": place.minutes, "note": place.note}
    key = {"starts_at": time, "place": place.place, "online_url": place.online_url, "withdrawn_at": None}
    slot, _ = Slot.objects.get_or_create(facility=facility, **key, defaults=facts)
    if not Slot.objects.free().filter(pk=slot.pk).exists():
        return None
    if (slot.minutes, slot.note) != (place.minutes, place.note):
        if SlotOffer.objects.standing().filter(slot=slot).exists():
            raise CannotOffer(
                UNLIKE.format(when=datetime_ja(time), minutes=slot.minutes, note=slot.note or "なし")
            )
        slot.minutes, slot.note = place.minutes, place.note
        slot.save(update_fields=["minutes", "note"])
    return slot


def withdraw_slot(slot: Slot, *, by: User) -> bool:
    """Offer a slot no more, to nobody; whoever could have taken it is told.

    False when somebody has taken it, or it was withdrawn before.
    """
    with transaction.atomic():
        if not slot.facility.is_served_by(by):
            raise PermissionDenied
        Slot.objects.select_for_update(no_key=True).get(pk=slot.pk)
        is_gone = bool(Slot.objects.free().filter(pk=slot.pk).update(withdrawn_at=timezone.now()))
        if is_gone:
            record("slot.withdrawn", subject=slot, actor=by.actor_key)
        return is_gone


def words_of(text: str, times: Iterable[datetime], place: Place) -> str:
    """Return the words of the invitation: the facility's own, then the times to choose from."""
    lines = [f"・{datetime_ja(time)}から{place.minutes}分" for time in sorted(set(times))]
    where = [f"場所：{place.place}"] if place.place else []
    online = [ONLINE] if place.online_url else []
    note = [f"持ち物など：{place.note}"] if place.note else []
    return "\n".join([text, "", "----- 面接の候補 -----", CHOOSE, *lines, *where, *online, *note]).strip()
