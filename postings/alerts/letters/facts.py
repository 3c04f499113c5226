"""What the templates of these letters may use. Nothing of any applicant is within their reach."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from facilities.models import Desk, Facility
from postings.models import Posting

# The national site of Hello Work, for prefectures whose offices are not registered here.
HELLO_WORK = "https://www.hellowork.mhlw.go.jp/"


def facts_of(posting: Posting) -> dict[str, Any]:
    """Return the posting and the prefecture's desks that a letter points seekers to."""
    return _facts(posting, list(Desk.objects.of(posting.work_prefecture)))


def sample_facts() -> dict[str, Any]:
    """Return the facts of an invented posting, for the preview page."""
    facility = Facility(name="見本病院", prefecture="14", city="横浜市中区")
    posting = Posting(
        pk=4182,
        facility=facility,
        occupation="nurse",
        title="感染症病棟の看護師",
        headcount=3,
        work_prefecture="14",
        work_city="横浜市中区",
        employment_type="part_time",
        publish_to=timezone.localdate() + timedelta(days=30),
        close_reason="filled",
        contact_department="看護部",
        contact_name="見本 花子",
        contact_phone="0450000000",
    )
    center = Desk(
        kind=Desk.Kind.NURSE_CENTER, prefecture="14", name="神奈川県ナースセンター", phone="0450000000"
    )
    return {**_facts(posting, [center]), "recipient_name": "（宛先の名前）"}


def _facts(posting: Posting, desks: list[Desk]) -> dict[str, Any]:
    by_kind: dict[str, list[Desk]] = {kind: [] for kind in Desk.Kind.values}
    for desk in desks:
        by_kind[desk.kind].append(desk)
    return {"posting": posting, "desks": by_kind, "hello_work_url": HELLO_WORK}
