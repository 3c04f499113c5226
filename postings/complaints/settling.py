"""A report ends: the posting was corrected, or is suspended now, or nothing was found. Both change together."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from facilities.permissions import is_officer
from keynet.accounts.models import User
from keynet.lifecycle import NotNow
from postings.lifecycle import COMPLAINT, PostingStatus
from postings.models import Complaint, Posting
from postings.models.complaint import Outcome


def settle(complaint: Complaint, outcome: str, *, by: User, reason: str = "") -> None:
    """Close a report; `suspended` takes the posting off the site, with the reason that its facility reads.

    Raises NotNow when a colleague was first, or the posting cannot be suspended any more.
    """
    if not is_officer(by, complaint):
        raise PermissionDenied
    with transaction.atomic():
        # The posting before its report: whoever corrects or closes it holds it in the same order.
        posting = Posting.objects.select_for_update(no_key=True).get(pk=complaint.posting_id)
        if not COMPLAINT.can(complaint, "settle", by):
            raise NotNow(complaint, "settle")
        if outcome == Outcome.SUSPENDED and posting.status != PostingStatus.SUSPENDED:
            posting.suspend(by=by, reason=reason)
        complaint.settle(outcome, by=by)
