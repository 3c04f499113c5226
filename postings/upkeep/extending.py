"""The last day of publication: put off by the facility, never further than the end of the month after next."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from keynet.lifecycle import Actor, NotNow
from keynet.outbox.events import record
from keynet.vocabulary.japanese import date_ja
from postings.forms.intake import last_publish_day
from postings.lifecycle import OPEN
from postings.models import Posting
from postings.permissions import keeps_it_true
from postings.upkeep.freshness.rhythm import ONE_EXTENSION


def extend(posting: Posting, until: date, *, by: Actor) -> None:
    """Set another last day, later or earlier; the facility stands by all other terms as of now.

    Raises ValidationError for a day that may not be chosen, PermissionDenied, and NotNow.
    """
    today = timezone.localdate()
    if not today <= until <= last_publish_day(today):
        raise ValidationError(
            f"公開終了予定日は、今日から{date_ja(last_publish_day(today))}までの日付にしてください"
        )
    with transaction.atomic():
        posting.refresh_from_db(from_queryset=Posting.objects.select_for_update(of=("self",), no_key=True))
        if not keeps_it_true(by, posting):
            raise PermissionDenied
        if posting.status not in OPEN:
            raise NotNow(posting, "extend")
        if posting.publish_to == until:
            return
        posting.publish_to = until
        posting.keep_version(by)
        posting.save()
        record("posting.extended", subject=posting, actor=by.actor_key, until=f"{until}")


def next_last_day(posting: Posting) -> date | None:
    """Return what one click offers: a month more, within the limit; None when there is nothing to gain."""
    assert posting.publish_to  # no posting is public without one
    today = timezone.localdate()
    offered = min(max(posting.publish_to, today) + ONE_EXTENSION, last_publish_day(today))
    return offered if offered > posting.publish_to else None
