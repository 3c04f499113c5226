"""Somebody who saved conditions, made through the product's own verbs; and the morning at a test's command."""

import re
from datetime import timedelta
from uuid import uuid4

from django.http import QueryDict
from django.utils import timezone

from keynet.outbox.models import Letter
from postings.alerts.conditions import asking
from postings.alerts.conditions.digest import write_digests
from postings.alerts.models import SavedCondition, Subscriber
from postings.search.criteria import read

NAKAMURA = "nakamura@seeker.example"


def ask(
    query: str = "occ=nurse&pref=14", address: str = NAKAMURA, frequency: str = "daily"
) -> SavedCondition:
    """Return a condition that somebody typed an address for."""
    asking.ask(read(QueryDict(query))[0], address=address, frequency=frequency, once=str(uuid4()))
    return SavedCondition.objects.latest("pk")


def save_condition(
    query: str = "occ=nurse&pref=14", address: str = NAKAMURA, frequency: str = "daily", days_ago: int = 8
) -> SavedCondition:
    """Return a condition that its owner started some days ago."""
    condition = ask(query, address, frequency)
    asking.start(condition)
    told = timezone.now() - timedelta(days=days_ago)
    SavedCondition.objects.filter(pk=condition.pk).update(started_at=told, told_until=told)
    Letter.objects.all().delete()
    condition.refresh_from_db()
    return condition


def owner_of(condition: SavedCondition) -> Subscriber:
    """Return whom a condition belongs to."""
    assert condition.subscriber is not None
    return condition.subscriber


def digests() -> list[Letter]:
    """Write what is due now, and return every digest there is."""
    write_digests()
    return list(Letter.objects.filter(kind="alerts.digest").order_by("created_at", "recipient"))


def titles_in(letter: Letter) -> list[str]:
    """Return the titles of a letter in their order."""
    return re.findall(r"^■\d+ (.+)$", letter.body, re.MULTILINE)


def path_in(letter: Letter, ending: str) -> str:
    """Return the path of the first link that ends so."""
    link = next(link for link in re.findall(r"http\S+", letter.body) if link.endswith(ending))
    return "/" + link.split("/", 3)[3]
