"""The facility puts an interview on another time or calls it off: the applicant and both calendars follow."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from applications.meeting.offering import Place, end_round, give_up, stand
from applications.models import Interview, Slot, SlotOffer
from keynet.accounts.models import User
from keynet.lifecycle import Clock
from keynet.outbox.models import Event

TAKEN = "この日時には、ほかの方の面接が決まっています。別の日時を入力してください"


class TimeTaken(ValidationError):
    """Somebody else talks to the facility there and then."""


def change(interview: Interview, time: datetime, place: Place, *, by: User) -> None:
    """Move the interview; what the facility sets now is no longer a choice.

    Raises TimeTaken, CannotOffer, NotNow and PermissionDenied.
    """
    with transaction.atomic():
        old = interview.slot
        offers = SlotOffer.objects.standing().filter(application=interview.application)
        offers.update(ended_at=timezone.now())
        if (old.starts_at, old.place, old.online_url) == (time, place.place, place.online_url):
            Slot.objects.filter(pk=old.pk).update(minutes=place.minutes, note=place.note)
            interview.change(old, by=by)
            return
        slot = stand(interview.application.posting.facility, time, place)
        if slot is None:
            raise TimeTaken(TAKEN)
        interview.change(slot, by=by)
        give_up(old)


def call_off(interview: Interview, *, by: User) -> None:
    """The facility cannot come: neither this time nor the rest of the round is offered any more.

    Raises NotNow and PermissionDenied.
    """
    with transaction.atomic():
        end_round(interview.application, by=by)


def call_off_of_ended(event: Event) -> None:
    """Reaction: nobody comes to an interview of an application that is over."""
    for interview in Interview.objects.to_come().filter(application=event.subject_id):
        interview.cancel(by=Clock())
