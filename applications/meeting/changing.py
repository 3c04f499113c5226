"""The facility puts an interview on another time: the applicant and both calendars follow."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from applications.meeting.offering import Place, stand
from applications.models import Interview
from keynet.accounts.models import User

TAKEN = "この日時には、ほかの方の面接が決まっています。別の日時を入力してください"


class TimeTaken(ValidationError):
    """Somebody else talks to the facility there and then."""


def change(interview: Interview, time: datetime, place: Place, *, by: User) -> None:
    """Move the interview. Raises TimeTaken, NotNow and PermissionDenied."""
    with transaction.atomic():
        old = interview.slot
        is_same = (old.starts_at, old.place, old.online_url) == (time, place.place, place.online_url)
        facility = interview.application.posting.facility
        slot = old if is_same else stand(facility, time, place)
        if slot is None:
            raise TimeTaken(TAKEN)
        interview.change(slot, by=by)
