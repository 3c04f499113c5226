"""What office and ministry read of the reports: the queue, what happened to one, what has changed since."""

from django.db.models import QuerySet

from keynet.accounts.actors import names_of
from keynet.accounts.models import User
from keynet.outbox.models import Event
from postings.differences import Change, changes
from postings.history import Line
from postings.lifecycle import ComplaintStatus
from postings.models import Complaint

WORDS = {
    "complaint.received": "報告を受け付けました",
    "complaint.taken": "調査を始めました",
    "complaint.asked": "施設に質問しました",
    "complaint.answered": "施設が回答しました",
    "complaint.settled": "対応を終えました",
    "complaint.masked": "報告した方の情報を消しました",
}


def waiting() -> QuerySet[Complaint]:
    """Return what is not settled, the oldest first."""
    return Complaint.objects.waiting().select_related("posting__facility")


def settled() -> QuerySet[Complaint]:
    """Return what is settled, the newest first."""
    found = Complaint.objects.filter(status=ComplaintStatus.SETTLED).order_by("-settled_at", "-pk")
    return found.select_related("posting__facility")


def history_of(complaint: Complaint, reader: User) -> list[Line]:
    """Return what happened, the newest first."""
    events = [event for event in Event.objects.about(complaint) if event.name in WORDS]
    names = names_of({event.actor for event in events}, reader)
    return [Line(event.at, WORDS[event.name], names[event.actor]) for event in reversed(events)]


def changes_since(complaint: Complaint) -> list[Change]:
    """Return what its facility has changed since the reporter read the posting."""
    read = complaint.posting.versions.filter(number=complaint.version).first()
    return changes(read.terms, complaint.posting.terms) if read else []
