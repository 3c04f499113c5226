"""Who acted, in words: events keep only a key; what a reader may know of the person is decided here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import models

from keynet.accounts.models import User
from keynet.outbox.models import Event

BODIES = {"office": "運営事務局", "ministry": "厚生労働省"}
OTHERS = {
    "clock": "自動",
    "link:registration": "申請した方",
    "link:application": "応募した方",
    "link:complaint": "報告した方",
    "link:posting": "施設（メールのリンク）",
}


def names_of(keys: Iterable[str], reader: User) -> dict[str, str]:
    """Return the words for each actor's key, e.g. `user:12`, in one or two queries.

    Colleagues are named; people of the office and the ministry are named among themselves only.
    """
    found = {f"user:{user.pk}": _name(user, reader) for user in _people(keys)}
    return {key: found.get(key) or OTHERS.get(key.rpartition(":")[0] or key, "担当者") for key in keys}


@dataclass(frozen=True)
class Act:
    """The last thing that happened to a row."""

    who: str
    at: datetime


def last_act(subject: models.Model, reader: User) -> Act | None:
    """Return who moved a row last and when: what somebody is told who came second."""
    event = Event.objects.about(subject).last()
    return Act(names_of([event.actor], reader)[event.actor], event.at) if event else None


def _people(keys: Iterable[str]) -> Iterable[User]:
    numbers = [int(key[5:]) for key in keys if key.startswith("user:")]
    return User.objects.filter(pk__in=numbers).prefetch_related("appointments") if numbers else ()


def _name(user: User, reader: User) -> str:
    """Somebody who left a body does not speak for it any more, yet is not named to those who never knew the name."""
    inside = [appointment for appointment in user.appointments.all() if appointment.body in BODIES]
    if not inside:
        return user.name
    body = next((BODIES[appointment.body] for appointment in inside if appointment.ended_at is None), "")
    is_colleague = any(reader.serves(name) for name in BODIES)
    return f"{body} {user.name}".strip() if is_colleague else body
