"""The end by the calendar: what nobody prolonged is over after its last day (職業安定法5条の4: keep it current)."""

from django.db import transaction
from django.utils import timezone

from keynet.lifecycle import Clock
from keynet.vocabulary.recruiting import CloseReason
from postings.lifecycle import OPEN, PostingStatus
from postings.models import Posting

UNFINISHED = OPEN | {PostingStatus.SUSPENDED}


def close_expired() -> int:
    """Close what was public, or suspended, until yesterday or longer ago, each by itself; return how many."""
    over = Posting.objects.filter(status__in=UNFINISHED, publish_to__lt=timezone.localdate())
    return sum(_close(number) for number in over.order_by("pk").values_list("pk", flat=True))


def _close(pk: int) -> bool:
    with transaction.atomic():
        posting = Posting.objects.select_for_update(no_key=True).get(pk=pk)
        # Its facility may have prolonged or closed it since the list was read.
        if posting.status not in UNFINISHED or not posting.is_over(timezone.localdate()):
            return False
        if posting.status == PostingStatus.SUSPENDED:
            posting.expire(by=Clock())
        else:
            posting.close(by=Clock(), reason=CloseReason.EXPIRED)
    return True
