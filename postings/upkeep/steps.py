"""The steps of a facility that need the whole form: handing in, publishing, and resuming."""

from django.db import transaction

from keynet.lifecycle import Actor
from postings.checks import missing
from postings.lifecycle import POSTING
from postings.models import Posting


class Incomplete(Exception):
    """Something necessary is missing or no longer holds; `gaps` are sentences by block and field."""

    def __init__(self, gaps: dict[str, dict[str, str]]) -> None:
        super().__init__(f"gaps in {', '.join(gaps)}")
        self.gaps = gaps


def hand_in(posting: Posting, *, by: Actor) -> None:
    """Give the posting to the office; raises Incomplete."""
    with transaction.atomic():
        _check(posting, "submit", by)
        posting.submit(by=by)


def publish(posting: Posting, *, by: Actor) -> None:
    """Make the posting public; raises Incomplete, e.g. when its last day has passed since the check."""
    with transaction.atomic():
        _check(posting, "publish", by)
        posting.publish(by=by)


def resume(posting: Posting, *, by: Actor) -> None:
    """Take applications again; raises Incomplete, e.g. when the last day passed while nobody could apply."""
    with transaction.atomic():
        _check(posting, "resume", by)
        posting.resume(by=by)


def _check(posting: Posting, move: str, by: Actor) -> None:
    locked = Posting.objects.select_for_update(no_key=True, of=("self",)).select_related("facility")
    current = locked.get(pk=posting.pk)
    # Whoever may not, or comes too late, hears that from the move itself.
    if POSTING.can(current, move, by) and (gaps := missing(current)):
        raise Incomplete(gaps)
