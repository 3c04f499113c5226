"""Unusual reading is noticed within minutes: many applicants in a short time, the first list that somebody takes away.

An emergency opened by office or ministry is told at once by its own letter (`emergencies`). Reading at night is only
marked in the log: hospitals work at night.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import groupby

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils import timezone

from applications.models import PersonalAccess, ReadingAlarm
from applications.models.personal_access import Page
from applications.models.reading_alarm import Unusual
from applications.safekeeping.letters import UNUSUAL_READING
from keynet.outbox.letters import write_letter

LOOKED_BACK = timedelta(hours=1)
"""What the clock looks at each time: far more than its own rhythm, so that a late round misses nothing."""
A_WHILE = timedelta(minutes=10)
MOST = 50
"""Different people whom somebody reads in ten minutes without being asked why: a batch of answers is one page."""

Found = tuple[int, int, datetime]
"""Facility, reader, and when it became unusual."""


def watch() -> int:
    """Notice what was unusual in the last hour and tell the facility's admins; return how many alarms are new."""
    rows = PersonalAccess.objects.filter(at__gte=timezone.now() - LOOKED_BACK, body="facility")
    many = [(Unusual.MANY, *found) for found in _who_read_many(rows.exclude(page=Page.LIST_FILE))]
    first = [(Unusual.FIRST_FILE, *found) for found in _who_took_their_first(rows)]
    return sum(_raise(*alarm) for alarm in many + first)


def _who_read_many(rows: QuerySet[PersonalAccess]) -> Iterator[Found]:
    lines = rows.order_by("facility", "actor", "at").values_list(
        "facility", "actor", "at", "application", "inquiry"
    )
    for (facility, actor), of_one in groupby(lines, key=lambda line: (line[0], line[1])):
        when = _too_many_at((at, (application, inquiry)) for _f, _a, at, application, inquiry in of_one)
        if when:
            yield facility, actor, when


def _too_many_at(readings: Iterable[tuple[datetime, object]]) -> datetime | None:
    """Return when more than so many different people stood in ten minutes; None when they never did."""
    window: deque[tuple[datetime, object]] = deque()
    for at, who in readings:
        window.append((at, who))
        while window[0][0] <= at - A_WHILE:
            window.popleft()
        if len(window) > MOST and len({one for _at, one in window}) > MOST:
            return at
    return None


def _who_took_their_first(rows: QuerySet[PersonalAccess]) -> list[Found]:
    same = {"facility": OuterRef("facility"), "actor": OuterRef("actor"), "page": Page.LIST_FILE}
    before = PersonalAccess.objects.filter(**same, pk__lt=OuterRef("pk"))
    files = rows.filter(page=Page.LIST_FILE).exclude(Exists(before))
    return list(files.values_list("facility", "actor", "at"))


def _raise(kind: Unusual, facility: int, actor: int, at: datetime) -> bool:
    """Write one alarm and its letters; False when the day has it already."""
    with transaction.atomic():
        alarm, is_new = ReadingAlarm.objects.get_or_create(
            facility_id=facility, actor_id=actor, kind=kind, day=timezone.localdate(at)
        )
        if is_new:
            _tell(alarm)
    return is_new


def _tell(alarm: ReadingAlarm) -> None:
    facility = alarm.facility
    url = settings.SITE_URL + reverse("readings:list", args=[facility.public_id])
    context = {"facility": facility.name, "what": alarm.get_kind_display(), "day": alarm.day, "url": url}
    for to in sorted(facility.memberships.admins().values_list("user__email", flat=True)):
        write_letter(UNUSUAL_READING, about=facility, to=to, context=context, period=f"alarm:{alarm.pk}")
