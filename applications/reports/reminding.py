"""The clock's part: a facility is reminded of trainings that nobody has reported, until they are or the hire is taken back.

Each posting is one transaction under the locks of its hires, and each letter is unique for its day: a round may die,
come twice or come a week late.
"""

import time
from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from applications.models import Hire
from applications.reports.letters import TRAINING_DUE
from keynet.outbox.letters import write_letter
from postings.addressees import addresses_of
from postings.models import Posting

EVERY = timedelta(days=14)
"""So long after the work began the training should have been reported; so often its facility is reminded."""


def overdue(today: date) -> QuerySet[Hire]:
    """Return the hires whose training should be reported by now and is not."""
    return Hire.objects.active().filter(training_report=None, starts_on__lte=today - EVERY)


def remind_of_training(*, seconds: float = 25) -> int:
    """Write to the facilities whose reminder is due today; return for how many postings."""
    end, written = time.monotonic() + seconds, 0
    waiting = _due(timezone.localdate()).order_by("posting").values_list("posting", flat=True).distinct()
    for pk in list(waiting):
        if time.monotonic() > end:
            break
        written += _remind(pk)
    return written


def _due(today: date) -> QuerySet[Hire]:
    return overdue(today).filter(Q(training_asked_on=None) | Q(training_asked_on__lte=today - EVERY))


@transaction.atomic
def _remind(pk: int) -> bool:
    """Decide again under the locks: the facility may have reported since the list was read."""
    today = timezone.localdate()
    locked = _due(today).filter(posting=pk).select_for_update(of=("self",), no_key=True)
    hires = list(locked.select_related("application").order_by("pk"))
    if not hires:
        return False
    posting = Posting.objects.select_related("facility").get(pk=pk)
    facts = {
        "facility": str(posting.facility),
        "posting_number": posting.number,
        "title": posting.title,
        "hires": [(hire.application.number, hire.starts_on) for hire in hires],
        "url": settings.SITE_URL + reverse("hires:list", args=[posting.facility.public_id]),
    }
    for address in addresses_of(posting):
        write_letter(TRAINING_DUE, about=posting, to=address, context=facts, period=f"{today}")
    Hire.objects.filter(pk__in=[hire.pk for hire in hires]).update(training_asked_on=today)
    return True
