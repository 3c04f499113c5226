"""The clock's part: ask what is 14 days old, remind of a last day, end what nobody stands by any more.

Each posting is one transaction under its lock, and each letter is unique: a round may die, come twice or come a week
late. What was due in between is then asked once, and its silence begins with that letter.
"""

import time
from collections.abc import Callable
from datetime import timedelta

from django.db import models, transaction
from django.db.models import Exists, OuterRef, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from keynet.lifecycle import Clock
from keynet.outbox.letters import LetterKind, write_letter
from keynet.outbox.models import Letter
from keynet.vocabulary.recruiting import CloseReason
from postings.addressees import addresses_of
from postings.lifecycle import OPEN, PostingStatus
from postings.models import Posting
from postings.upkeep.freshness.letters import LAST_DAYS, STILL_TRUE, facts_of, round_of
from postings.upkeep.freshness.links import fresh_url
from postings.upkeep.freshness.rhythm import EVERY, REMINDED_BEFORE, SILENCES
from postings.upkeep.freshness.silence import quiet_before, silence_of


def ask_and_end(*, seconds: float = 25) -> int:
    """Ask about, or end, what the facility has said nothing of for too long; return how many postings moved."""
    today = timezone.localdate()
    quiet = Posting.objects.filter(status=PostingStatus.PUBLISHED, terms_as_of__lt=quiet_before(today))
    # Close to its last day the facility is reminded of that instead, which asks for the same look.
    quiet = quiet.filter(publish_to__gt=today + REMINDED_BEFORE)
    recent = Letter.objects.filter(kind=STILL_TRUE.name, created_at__gte=quiet_before(today))
    return _each(_without(quiet, recent), _ask_or_end, seconds)


def remind_of_last_days(*, seconds: float = 25) -> int:
    """Tell each facility of a last day within a week, once for each last day; return how many postings."""
    today = timezone.localdate()
    ending = Posting.objects.filter(status__in=OPEN, publish_to__range=(today, today + REMINDED_BEFORE))
    told = Letter.objects.filter(kind=LAST_DAYS.name, period=Cast(OuterRef("publish_to"), models.CharField()))
    return _each(_without(ending, told), _remind, seconds)


def _without(postings: QuerySet[Posting], letters: QuerySet[Letter]) -> QuerySet[Posting]:
    key = Concat(Value("posting:"), Cast(OuterRef("pk"), models.CharField()))
    return postings.filter(~Exists(letters.filter(subject=key))).order_by("pk")


def _each(postings: QuerySet[Posting], step: Callable[[Posting], bool], seconds: float) -> int:
    """Walk through them one transaction each, until the round's time is over; the next round goes on."""
    end, moved = time.monotonic() + seconds, 0
    for pk in postings.values_list("pk", flat=True).iterator():
        if time.monotonic() > end:
            break
        with transaction.atomic():
            rows = Posting.objects.select_for_update(of=("self",), no_key=True).select_related("facility")
            moved += step(rows.get(pk=pk))
    return moved


def _ask_or_end(posting: Posting) -> bool:
    """Decide again under the lock: the facility may have answered since the list was read."""
    today = timezone.localdate()
    silence = silence_of(posting)
    if posting.status != PostingStatus.PUBLISHED or not silence.is_over(today):
        return False
    if silence.is_final:
        posting.close(by=Clock(), reason=CloseReason.UNCONFIRMED)
        return True
    times = silence.times + 1
    left = SILENCES - times + 1
    facts = {"times": times, "ends_on": today + timedelta(days=EVERY.days * left)}
    return _write(STILL_TRUE, posting, period=f"{round_of(posting)}#{times}", **facts)


def _remind(posting: Posting) -> bool:
    if posting.status not in OPEN or posting.is_over(timezone.localdate()):
        return False
    return _write(LAST_DAYS, posting, period=f"{posting.publish_to}")


def _write(kind: LetterKind, posting: Posting, *, period: str, **more: object) -> bool:
    """Write to everybody who answers for the posting, each with a link of their own."""
    written = [
        write_letter(
            kind,
            about=posting,
            to=address,
            context=facts_of(posting, url=fresh_url(posting), **more),
            period=period,
        )
        for address in addresses_of(posting)
    ]
    return any(written)
