"""People who saved conditions: some started, one pauses, one has not opened the mail yet."""

from datetime import timedelta
from uuid import uuid4

from django.db.models import F
from django.http import QueryDict

from postings.alerts.conditions import asking
from postings.alerts.models import SavedCondition
from postings.search.criteria import read

SAVED = (
    ("seeker0@seeker.example", "occ=nurse&pref=14", "daily"),
    ("seeker0@seeker.example", "occ=nurse&q=訪問", "weekly"),
    ("seeker1@seeker.example", "occ=doctor&region=kanto", "daily"),
    ("seeker2@seeker.example", "occ=pharmacist&occ=clerk", "weekly"),
)
WAITING = ("seeker3@seeker.example", "occ=midwife", "daily")


def save_conditions() -> None:
    """Ask and start through the product's own verbs; what began a day ago has news in the next letter."""
    for condition in [_ask(*one) for one in SAVED]:
        asking.start(condition)
    _ask(*WAITING)
    SavedCondition.objects.wanted().update(told_until=F("told_until") - timedelta(days=1))
    paused = SavedCondition.objects.wanted().latest("pk")
    if paused.subscriber:
        paused.pause(by=paused.subscriber.holder)


def _ask(address: str, query: str, frequency: str) -> SavedCondition:
    asking.ask(read(QueryDict(query))[0], address=address, frequency=frequency, once=str(uuid4()))
    return SavedCondition.objects.latest("pk")
