"""What the log of readings tells whom: a facility's admin who, the applicant from where and when, the offices how often."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q
from django.db.models.functions import TruncDate, TruncMonth
from django.utils import timezone

from applications.models import Application, Emergency, ListFile, PersonalAccess, ReadingAlarm
from keynet.privacy.retention import rule


@dataclass(frozen=True)
class Month:
    """How often people's data was read in one month."""

    month: date
    pages: int
    facilities: int
    emergencies: int
    alarms: int


def readings_of(application: Application) -> list[tuple[str, date]]:
    """Return which organisation opened the application on which day, the newest first; persons are not named."""
    days = (
        PersonalAccess.objects.about(application)
        .annotate(day=TruncDate("at"))
        .values_list("body", "day")
        .distinct()
        .order_by("-day", "body")
    )
    facility = str(application.posting.facility)
    words = dict(PersonalAccess._meta.get_field("body").flatchoices) | {"facility": facility}
    return [(words[body], day) for body, day in days]


def by_month() -> list[Month]:
    """Return the last twelve months, the newest first: numbers only."""
    since = timezone.now() - timedelta(days=365)
    months = (
        PersonalAccess.objects.filter(at__gte=since)
        .annotate(month=TruncMonth("at"))
        .values("month")
        .annotate(
            pages=Count("pk"),
            facilities=Count("facility", distinct=True),
            emergencies=Count("pk", filter=~Q(body="facility")),
        )
        .order_by("-month")
    )
    alarms = dict(
        ReadingAlarm.objects.filter(at__gte=since)
        .values_list(TruncMonth("at"))
        .annotate(Count("pk"))
        .order_by()
    )
    return [
        Month(**{**row, "month": row["month"].date()}, alarms=alarms.get(row["month"], 0)) for row in months
    ]


def forget_old() -> int:
    """Delete what was read, and noticed, more than three years ago; return how many rows."""
    before = rule("reading").before()
    logs = (PersonalAccess, ReadingAlarm, ListFile)  # a reading points to its file
    emergencies = Emergency.objects.filter(opened_at__lt=before).delete()[0]
    return emergencies + sum(log._base_manager.filter(at__lt=before).delete()[0] for log in logs)
