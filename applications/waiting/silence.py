"""Which applications have had no move, no message of their facility and no interview since a time."""

from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from applications.lifecycle import InterviewStatus
from applications.models import Application, Interview, Refusal, Side, ThreadMessage


def silent_since(moment: datetime) -> QuerySet[Application]:
    """Return undecided applications that nobody has moved since then.

    A message of the facility and a day to meet are words, too; `applications.upcoming.lapses_on` tells the applicant.
    Neither somebody who has decided and waits half an hour (refusal, withdrawal) is silent, nor a facility whose
    municipality selects directly, nor one that has the applicant's yes: the hire is then still to be recorded.
    """
    words = ThreadMessage.objects.filter(application=OuterRef("pk"), side=Side.FACILITY)
    met = Interview.objects.filter(application=OuterRef("pk")).exclude(status=InterviewStatus.CANCELLED)
    decided = Refusal.objects.filter(application=OuterRef("pk"))
    return (
        Application.objects.undecided()
        .filter(moved_at__lte=moment, leaves_at=None, direct_selection_on=None, accepted_at=None)
        .exclude(Exists(words.filter(written_at__gt=moment)))
        .exclude(Exists(met.filter(slot__starts_at__gt=moment)))
        .exclude(Exists(decided))
    )


def stretch(application: Application) -> str:
    """Return the word for the time since the last move: letters of an earlier time count no more."""
    return f"{application.moved_at:%Y%m%dT%H%M%S}"
