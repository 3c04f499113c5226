"""ログイン中の端末: where a person is signed in, roughly since when, and how to end it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from keynet.accounts.models import User

SEEN_EVERY = timedelta(minutes=30)
"""How exactly the last visit is kept: enough to recognise a stranger, too little to watch a colleague's day."""

SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Androidの端末"),
    ("Windows", "Windowsのパソコン"),
    ("Mac OS", "Mac"),
    ("Linux", "Linuxのパソコン"),
)
BROWSERS = (
    ("Edg", "Edge"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari", "Safari"),
)


@dataclass(frozen=True)
class Device:
    """One browser in which the person is signed in."""

    number: int
    name: str
    began_at: datetime
    seen_at: datetime
    is_this: bool


def devices_of(user: User, *, current: str | None) -> list[Device]:
    """Return the browsers whose session still lives, this one first; `current` is the session's own key."""
    rows = UserSession.objects.filter(user=user).order_by("-last_seen_at", "-pk")
    alive = set(
        Session.objects.filter(
            session_key__in=[row.session_key for row in rows], expire_date__gt=timezone.now()
        ).values_list("session_key", flat=True)
    )
    devices = [
        Device(
            row.pk, device_name(row.user_agent), row.created_at, row.last_seen_at, row.session_key == current
        )
        for row in rows
        if row.session_key in alive
    ]
    return sorted(devices, key=lambda device: not device.is_this)


def end_devices(user: User, *, number: int | None = None, but: str | None = None) -> int:
    """Sign the person out there (everywhere without a number, except in the session `but`); return how many ended."""
    rows = UserSession.objects.filter(user=user).exclude(session_key=but or "")
    if number is not None:
        rows = rows.filter(pk=number)
    with transaction.atomic():
        keys = list(rows.values_list("session_key", flat=True))
        ended, _ = Session.objects.filter(session_key__in=keys).delete()
        rows.delete()
    return ended


def note_visit(request: HttpRequest) -> None:
    """Keep that the signed-in person was here, at most every half hour; the memory of the process knows when."""
    key = request.session.session_key
    seconds = int(SEEN_EVERY.total_seconds())
    if key and caches["pages"].add(f"seen:{key}", True, seconds):
        UserSession.objects.filter(session_key=key, last_seen_at__lt=timezone.now() - SEEN_EVERY).update(
            last_seen_at=timezone.now()
        )


def device_name(user_agent: str) -> str:
    """Return the kind of device and browser in words, nothing finer."""
    return "・".join(_words(user_agent)) or "わからない端末"


def _words(user_agent: str) -> Iterator[str]:
    for names in (SYSTEMS, BROWSERS):
        found = next((word for mark, word in names if mark in user_agent), None)
        if found:
            yield found
