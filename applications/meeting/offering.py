"""The facility offers slots; the letter is the invitation itself, in the facility's words, with the times below them."""

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
from keynet.vocabulary.japanese import datetime_ja

MOST = 5
"""Slots of one invitation: a choice, not a timetable."""
CHOOSE = "次の候補から、都合のよい日時を1つ選んでください。応募の状況のページで選べます。先に選んだ方に決まります。"
NONE_FREE = "候補の日時は、どれもほかの方に決まっています。別の日時を入力してください"
HAS_ONE = "面接の日時は、すでに決まっています。変えるときは「面接の日時を変える」を押してください"


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
    """Invite with up to MOST times to choose from; a time that stands already is offered to this person, too.

    Raises CannotOffer, NotNow (see `answering.invite`) and PermissionDenied.
    """
    with transaction.atomic():
        if not may_answer(by, application):
            raise PermissionDenied
        if Interview.objects.to_come().filter(application=application).exists():
            raise CannotOffer(HAS_ONE)
        facility = application.posting.facility
        slots = [slot for time in sorted(set(times))[:MOST] if (slot := stand(facility, time, place))]
        if not slots:
            raise CannotOffer(NONE_FREE)
        for slot in slots:
            offered = {"offered_at": timezone.now(), "refused_at": None}
            SlotOffer.objects.update_or_create(slot=slot, application=application, defaults=offered)
        words = words_of(text, [slot.starts_at for slot in slots], place)
        answering.invite(application, by=by, text=words, number=number)
        return slots


def stand(facility: Facility, time: datetime, place: Place) -> Slot | None:
    """Return the facility's slot at this time and place, made when there was none; None when somebody has it."""
    facts = {"minutes": place.minutes, "note": place.note}
    key = {"starts_at": time, "place": place.place, "online_url": place.online_url, "withdrawn_at": None}
    slot, _ = Slot.objects.get_or_create(facility=facility, **key, defaults=facts)
    return Slot.objects.free().filter(pk=slot.pk).first()


def withdraw_slot(slot: Slot, *, by: User) -> bool:
    """Offer a slot no more; False when somebody has taken it, or it was withdrawn before."""
    with transaction.atomic():
        if not slot.facility.is_served_by(by):
            raise PermissionDenied
        Slot.objects.select_for_update(no_key=True).get(pk=slot.pk)
        return bool(Slot.objects.free().filter(pk=slot.pk).update(withdrawn_at=timezone.now()))


def words_of(text: str, times: Iterable[datetime], place: Place) -> str:
    """Return the words of the invitation: the facility's own, then the times to choose from."""
    where = "　".join(part for part in (place.place, place.online_url) if part)
    lines = [f"・{datetime_ja(time)}から{place.minutes}分　{where}" for time in sorted(set(times))]
    note = [f"持ち物など：{place.note}"] if place.note else []
    return "\n".join([text, "", "----- 面接の候補 -----", CHOOSE, *lines, *note])
