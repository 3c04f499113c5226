"""Hires that Key-Net did not bring, reported by the facility when its posting has ended."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from applications.reports.models import OtherWay, OutsideHires
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.lifecycle import NotNow
from keynet.outbox.events import record
from keynet.vocabulary.recruiting import CloseReason
from postings.lifecycle import PostingStatus
from postings.models import Posting
from postings.permissions import is_its_facility


def report_outside(posting: Posting, *, by: User, people: Mapping[str, int]) -> None:
    """Keep how many were found in each `OtherWay`; a number that differs from an earlier report is a correction.

    Raises NotNow while the posting goes on, and PermissionDenied.
    """
    with transaction.atomic():
        rows = Posting.objects.select_for_update(of=("self",), no_key=True).select_related("facility")
        found = rows.get(pk=posting.pk)
        if not is_its_facility(by, found):
            raise PermissionDenied
        if found.status != PostingStatus.CLOSED:
            raise NotNow(found, "report_outside")
        for way in OtherWay:
            _keep(found, way, people.get(way, 0), by)
        total = sum(people.values())
        record("posting.other_hires_reported", subject=found, actor=by.actor_key, people=total)


def _keep(posting: Posting, way: OtherWay, people: int, by: User) -> None:
    facts = {"people": people, "reported_by": by}
    reported, is_new = OutsideHires.objects.get_or_create(posting=posting, way=way, defaults=facts)
    if is_new or reported.people == people:
        return
    reported.people_before, reported.people = reported.people, people
    reported.corrected_at, reported.reported_by = timezone.now(), by
    reported.save(update_fields=["people_before", "people", "corrected_at", "reported_by"])


def reported_people(posting: Posting) -> dict[str, int]:
    """Return what was reported, by way; empty before the first report."""
    return dict(OutsideHires.objects.filter(posting=posting).values_list("way", "people"))


def postings_to_report(facility: Facility) -> QuerySet[Posting]:
    """Return the postings that ended because the people were found elsewhere, and nobody has said how many."""
    ended = facility.postings.filter(status=PostingStatus.CLOSED, close_reason=CloseReason.ELSEWHERE)
    return ended.filter(~Exists(OutsideHires.objects.filter(posting=OuterRef("pk")))).order_by("pk")
