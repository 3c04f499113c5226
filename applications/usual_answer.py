"""How soon a facility usually answers: the median over its answered applications, in business days."""

from statistics import median

from django.utils import timezone

from applications.models import Application
from facilities.models import Facility
from keynet.outbox.models import Event
from keynet.outbox.models.event import subject_key
from keynet.vocabulary.business_days import business_days_between, received_on

ANSWERS = ("application.invited", "application.offered", "application.not_selected")
FEWEST = 5
"""Below this nothing is said: a single answer would be told apart (domain.md Decision 14)."""
MOST = 100
"""Only the latest answered ones count: a facility may have become faster."""


def usual_answer_days(facility: Facility) -> int | None:
    """Return the median of business days until the first answer; None below FEWEST answered applications."""
    rows = Application.objects.received().filter(posting__facility=facility).exclude(status="submitted")
    received = {subject_key(row): row for row in rows.only("submitted_at").order_by("-submitted_at")[:MOST]}
    answered: dict[str, int] = {}
    for subject, at in (
        Event.objects.filter(subject__in=received, name__in=ANSWERS)
        .order_by("id")
        .values_list("subject", "at")
    ):
        sent = received[subject].submitted_at
        if subject not in answered and sent:
            days = business_days_between(received_on(sent), timezone.localdate(at))
            answered[subject] = max(0, days)
    return round(median(answered.values())) if len(answered) >= FEWEST else None
