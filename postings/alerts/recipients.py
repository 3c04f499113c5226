"""Who is told of a posting: rows with an `address`, as they are at this moment."""

from django.db.models import QuerySet

from facilities.desks import LETTER_DESKS
from facilities.models import Desk, DeskAddress
from postings.alerts.models import Recruiter
from postings.models import Posting


def prefectures(posting: Posting) -> "QuerySet[DeskAddress]":
    """Registered addresses of the workplace's prefecture and of its 調整本部 (circular of 2020-05-27, 2(2))."""
    return _of_desks(posting, *LETTER_DESKS)


def nurse_centers(posting: Posting) -> "QuerySet[DeskAddress]":
    """Registered addresses of the nurse center in charge of the workplace (circular of 2021-05-07, 2)."""
    return _of_desks(posting, Desk.Kind.NURSE_CENTER)


def recruiters(posting: Posting) -> "QuerySet[Recruiter]":
    """Volunteers that chose this occupation and prefecture (circular of 2020-05-27, 1(3))."""
    return Recruiter.objects.wanting(posting.occupation, posting.work_prefecture).order_by("pk")


def is_still_recipient(address: str, *, is_recruiter: bool) -> bool:
    """Return whether an address that was written to before still wants letters."""
    if is_recruiter:
        return Recruiter.objects.active().filter(address=address).exists()
    return DeskAddress.objects.active().filter(address=address).exists()


def _of_desks(posting: Posting, *kinds: str) -> "QuerySet[DeskAddress]":
    found = DeskAddress.objects.active().filter(
        desk__prefecture=posting.work_prefecture, desk__kind__in=kinds
    )
    return found.select_related("desk").order_by("pk")
