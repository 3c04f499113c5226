"""What a facility's list shows of each applicant beside the row itself, and in which orders it can be read."""

from datetime import date, datetime

from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.utils import timezone

from applications.lifecycle import FACILITY_OWES
from applications.models import Interview, Message, Side, ThreadMessage
from applications.models.application import ANSWER_WITHIN, ApplicationQuerySet
from keynet.vocabulary.business_days import CUT_OFF, add_business_days
from keynet.vocabulary.japanese import JST

DECIDED = Q(refusal__isnull=False, refusal__told_at=None)
"""Somebody whose refusal is decided and waits for half an hour: there is nothing to do but to call it back."""

UNREAD = Exists(ThreadMessage.objects.unread_by(Side.FACILITY).filter(application=OuterRef("pk"))) & Q(
    masked_at=None
)
"""Somebody who wrote what nobody at the facility has opened yet."""


def with_dates(rows: ApplicationQuerySet) -> ApplicationQuerySet:
    """Add by when an offer should be answered, when the interview is, and a refusal that waits."""
    offers = Message.objects.filter(application=OuterRef("pk"), step=Message.Step.OFFER)
    interviews = Interview.objects.agreed().filter(application=OuterRef("pk"))
    return rows.select_related("refusal").annotate(
        answer_by=Subquery(offers.values("answer_by")[:1]),
        interview_at=Subquery(interviews.values("slot__starts_at")[:1]),
    )


def late_before(today: date) -> datetime:
    """Return the moment: whoever has waited since then or longer has waited for more than three business days."""
    received = add_business_days(today, -ANSWER_WITHIN - 1)
    return datetime.combine(received, CUT_OFF, tzinfo=JST)


def late(rows: ApplicationQuerySet) -> ApplicationQuerySet:
    """Return those of them to whom an answer is overdue: nobody has decided, here or at the municipality."""
    owed = rows.filter(status__in=FACILITY_OWES, masked_at=None, direct_selection_on=None)
    return owed.exclude(DECIDED).filter(moved_at__lte=late_before(timezone.localdate()))


def longest_waiting_first(rows: ApplicationQuerySet) -> ApplicationQuerySet:
    """Put those who wait for an answer first, the longest waiting on top."""
    owed = Case(When(status__in=FACILITY_OWES, masked_at=None, then=Value(0)), default=Value(1))
    return rows.order_by(owed, F("moved_at"), "pk")
