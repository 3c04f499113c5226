"""How long the page of an ended posting stays: it leads its readers on for a while, then it leaves for good."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from postings.models import Posting


def has_left(posting: Posting) -> bool:
    """Return whether the posting ended so long ago that its terms are shown no more and its page answers 410."""
    days = timedelta(days=settings.CLOSED_PAGE_DAYS)
    return posting.closed_at is not None and timezone.now() - posting.closed_at > days
