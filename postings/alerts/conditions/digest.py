"""The morning's letters: one for each address, with everything new that fits its conditions; silent when nothing does.

A batch of addresses is one transaction: their letters, and up to where their conditions are told. A round that is killed
has written whole batches or nothing of them; the next round finds what is still due. No one is left out, none told twice.
"""

import time
from collections import defaultdict
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, Min, OuterRef
from django.utils import timezone

from keynet.outbox.letters import draft, put_out
from keynet.outbox.models import Letter
from postings.alerts.conditions.entries import Entry, entries
from postings.alerts.conditions.links import MANAGE, STOP
from postings.alerts.conditions.matching import Fresh
from postings.alerts.conditions.news import News
from postings.alerts.conditions.stored import criteria_of
from postings.alerts.conditions.timetable import last_closing
from postings.alerts.letters import DIGEST
from postings.alerts.models import Frequency, SavedCondition, Subscriber

OLDEST = timedelta(days=14)
"""What is older is no news any more, however long nobody was told; it bounds what a round holds in memory."""
BATCH = 500
"""Addresses of one transaction: what is in memory at once, and how long somebody who stops may wait."""


def write_digests(*, seconds: float = 40) -> int:
    """Write what is due by now until the time is over; return how many letters."""
    end = time.monotonic() + seconds
    found = Round.due_now()
    written = after = 0
    while found and time.monotonic() < end:
        owners, letters = found.write_batch(after)
        if not owners:
            break
        written += letters
        after = owners[-1].pk
    return written


class Round:
    """One run: the closing of each frequency, the postings up to it, and their lines as far as they were needed."""

    def __init__(self, closing: dict[str, datetime], since: datetime) -> None:
        self.closing = closing
        self.fresh = Fresh(since, max(closing.values()))
        self.lines: dict[int, Entry] = {}

    @classmethod
    def due_now(cls) -> "Round | None":
        """Return the round of this moment; None when everybody has been told."""
        now = timezone.now()
        closing = {frequency: last_closing(frequency, now) for frequency in Frequency.values}
        since = SavedCondition.objects.due(**closing).aggregate(since=Min("told_until"))["since"]
        return cls(closing, max(since, max(closing.values()) - OLDEST)) if since else None

    def write_batch(self, after: int) -> tuple[list[Subscriber], int]:
        """Write to the next addresses; return them, and how many letters they got."""
        due = SavedCondition.objects.due(**self.closing)
        with transaction.atomic():
            waiting = Subscriber.objects.filter(Exists(due.filter(subscriber=OuterRef("pk"))), pk__gt=after)
            # Another worker's addresses are its own business; who stops right now waits for this batch and is erased.
            owners = list(waiting.order_by("pk").locked(skip=True)[:BATCH])
            conditions = list(due.filter(subscriber__in=owners).order_by("pk")) if owners else []
            letters = self._letters(owners, conditions)
            put_out(letters)
            self._note_told(conditions)
        return owners, len(letters)

    def _letters(self, owners: list[Subscriber], conditions: list[SavedCondition]) -> list[Letter]:
        news: dict[int | None, News] = defaultdict(News)
        for condition in conditions:
            news[condition.subscriber_id].add(condition.query, self._new_for(condition))
        shown = {posting for one in news.values() for posting in one.newest(self.fresh)}
        self.lines |= entries(shown - self.lines.keys())
        return [self._letter(owner, news[owner.pk]) for owner in owners if news[owner.pk].tells(self.lines)]

    def _new_for(self, condition: SavedCondition) -> set[int]:
        told, closing = condition.told_until, self.closing[condition.frequency]
        found = self.fresh.matching(criteria_of(condition.query))
        return {pk for pk in found if told is not None and told < self.fresh.published_at[pk] <= closing}

    def _letter(self, owner: Subscriber, news: News) -> Letter:
        context = {**news.context(self.fresh, self.lines), "manage_url": MANAGE.url(owner)}
        day = timezone.localdate(self.closing[Frequency.DAILY]).isoformat()
        return draft(
            DIGEST, about=owner, to=owner.address, context=context, period=day, stop_url=STOP.url(owner)
        )

    def _note_told(self, conditions: list[SavedCondition]) -> None:
        for frequency, closing in self.closing.items():
            told = [condition.pk for condition in conditions if condition.frequency == frequency]
            SavedCondition.objects.filter(pk__in=told).update(told_until=closing)
