"""Which applications have had no move, and no message of their facility, since a time."""

from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from applications.models import Application, Refusal, Side, ThreadMessage


def silent_since(moment: datetime) -> QuerySet[Application]:
    """Return undecided applications that nobody has moved since then; a message of the facility is a word, too.

    Neither somebody who has decided and waits half an hour (refusal, withdrawal) is silent, nor a facility whose
    municipality selects directly, nor one that has the applicant's yes: the hire is then still to be recorded.
    """
    words = ThreadMessage.objects.filter(application=OuterRef("pk"), side=Side.FACILITY)
    decided = Refusal.objects.filter(application=OuterRef("pk"))
    return (
        Application.objects.undecided()
        .filter(moved_at__lte=moment, leaves_at=None, direct_selection_on=None, accepted_at=None)
        .exclude(Exists(words.filter(written_at__gt=moment)))
        .exclude(Exists(decided))
    )


def stretch(application: Application) -> str:
    """Return the word for the time since the last move: letters of an earlier time count no more."""
    return f"{application.moved_at:%Y%m%dT%H%M%S}"
