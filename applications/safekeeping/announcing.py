"""A facility reads a month before that its applicants' data goes: one letter for each month of erasing."""

from datetime import date, datetime, timedelta
from itertools import groupby

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from applications.models import Application, LegalHold
from applications.safekeeping.letters import MASKING_ANNOUNCED
from facilities.models import Facility
from keynet.outbox.letters import write_letter

NOTICE = timedelta(days=30)


def announce() -> int:
    """Write to the admins of every facility whose next month of erasing begins within 30 days; return letters written.

    What goes in a month is known half a year before, so the first letter of a month names all of it.
    """
    now = timezone.now()
    ends = _ending(now, now + NOTICE).values_list("posting__facility", "posting__closed_at").distinct()
    months = sorted({(facility, _first_of_month(_erased_on(at))) for facility, at in ends if at})
    return sum(
        _tell(Facility.objects.get(pk=facility), month)
        for facility, its_months in groupby(months, key=lambda pair: pair[0])
        for _facility, month in its_months
    )


def _tell(facility: Facility, month: date) -> int:
    start = _midnight(month)
    end = _midnight(_first_of_month(month + timedelta(days=31)))
    rows = _ending(start, end).filter(posting__facility=facility)
    first = rows.select_related("posting").earliest("posting__closed_at").kept_until
    path = reverse("inbox:applications", args=[facility.public_id])
    context = {
        "facility": facility.name,
        "month": month,
        "first": first,
        "rows": rows.count(),
        "url": settings.SITE_URL + path,
    }
    admins = facility.memberships.admins().values_list("user__email", flat=True)
    return sum(
        write_letter(MASKING_ANNOUNCED, about=facility, to=to, context=context, period=f"{month:%Y-%m}")
        for to in sorted(admins)
    )


def _ending(start: datetime, end: datetime) -> QuerySet[Application]:
    """Return the applications whose time is over after a moment and until another, and that nothing holds back."""
    kept_for = timedelta(days=settings.RETENTION_DAYS)
    known = Application.objects.received().known()
    within = known.filter(posting__closed_at__gt=start - kept_for, posting__closed_at__lte=end - kept_for)
    return within.exclude(posting__in=LegalHold.objects.current().values("posting"))


def _erased_on(closed_at: datetime) -> date:
    return timezone.localdate(closed_at + timedelta(days=settings.RETENTION_DAYS))


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=timezone.get_current_timezone())


def _first_of_month(day: date) -> date:
    return day.replace(day=1)
