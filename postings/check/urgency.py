"""The flag 「緊急の募集」: the office's alone, on a public posting, and never without an end (domain.md, decision 11)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from facilities.permissions import is_officer
from keynet.accounts.models import User
from keynet.lifecycle import NotNow
from keynet.outbox.events import record
from postings.lifecycle import PostingStatus
from postings.models import Posting

MOST_DAYS = 14


def flag_urgent(posting: Posting, *, days: int, by: User) -> None:
    """Show the posting as urgent for `days` days from now; on a flagged posting this sets a new end.

    Raises ValueError outside 1 to 14 days, NotNow when the posting is not public.
    """
    if not 1 <= days <= MOST_DAYS:
        raise ValueError(f"urgent for {days} days")
    with _published(posting, "flag_urgent", by):
        posting.urgent_until = timezone.now() + timedelta(days=days)
        posting.save(update_fields=["urgent_until"])
        record("posting.flagged_urgent", subject=posting, actor=by.actor_key, days=days)


def unflag_urgent(posting: Posting, *, by: User) -> None:
    """Take the flag off before its end; raises NotNow when there is none."""
    with _published(posting, "unflag_urgent", by):
        if not posting.is_urgent:
            raise NotNow(posting, "unflag_urgent")
        posting.urgent_until = None
        posting.save(update_fields=["urgent_until"])
        record("posting.unflagged_urgent", subject=posting, actor=by.actor_key)


@contextmanager
def _published(posting: Posting, verb: str, by: User) -> Iterator[None]:
    """Hold the row of a public posting for an officer."""
    if not is_officer(by, posting):
        raise PermissionDenied
    with transaction.atomic():
        posting.refresh_from_db(from_queryset=Posting.objects.select_for_update(no_key=True))
        if posting.status != PostingStatus.PUBLISHED:
            raise NotNow(posting, verb)
        yield
