"""What a facility changed after publication: no check stands before it (domain.md Decision 4), a look comes after."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from facilities.permissions import is_officer
from keynet.accounts.models import User
from keynet.lifecycle import NotNow
from keynet.outbox.events import record
from keynet.outbox.models import Event
from postings.differences import Change, changes
from postings.models import Posting


def not_yet_seen(posting: Posting) -> list[Change]:
    """Return how the posting differs from what the office has read last, while something weighty has changed."""
    if posting.flagged_at is None:
        return []
    read = posting.versions.filter(number=_seen_version(posting)).first()
    return changes(read.terms, posting.terms) if read else []


def look_at_changes(posting: Posting, *, version: int, by: User) -> None:
    """Take the flag off; `version` is what the officer has read.

    Raises NotNow when a colleague was first, or the facility has changed the posting again meanwhile.
    """
    if not is_officer(by, posting):
        raise PermissionDenied
    with transaction.atomic():
        posting.refresh_from_db(from_queryset=Posting.objects.select_for_update(no_key=True))
        if posting.flagged_at is None or posting.version != version:
            raise NotNow(posting, "look_at_changes")
        posting.flagged_at = None
        posting.save(update_fields=["flagged_at"])
        record("posting.looked_at", subject=posting, actor=by.actor_key, version=version)


def _seen_version(posting: Posting) -> int:
    """Return the version that the office read last: at a look, or before publication the first."""
    looked = Event.objects.about(posting).filter(name="posting.looked_at", data__has_key="version").last()
    return int(looked.data["version"]) if looked else 1
