"""How a posting begins: with what the facility would type again anyway."""

from typing import Any

from django.db import transaction

from facilities.models import Facility
from postings.lifecycle import PostingStatus
from postings.models import Posting

SAME_AS_LAST = (
    "employment_basis",
    "smoking",
    "smoking_note",
    "access",
    "car_commute",
    "insurance",
    "commute_allowance",
    "commute_cap_yen",
    "childcare",
    "housing",
    "training_provider",
    "training_when",
    "training_paid",
    "selection_methods",
    "selection_times",
    "result_days",
    "documents",
    "contact_department",
    "contact_name",
    "contact_kana",
    "contact_phone",
    "contact_phone_public",
    "contact_email",
    "share_with_recruiters",
)
"""What rarely differs between two postings of one facility."""

ASKED_ANEW: dict[str, Any] = {
    "contract_from": None,
    "contract_to": None,
    "spot_dates": [],
    "start": "",
    "start_on": None,
    "publish_from": None,
    "publish_to": None,
    "training_pledge": False,
    "internal_note": "",
}
"""What a copy must not carry over: dates that have passed, and a pledge that was given for something else."""

OF_ITS_FACILITY: dict[str, Any] = {
    "work_place": "",
    "work_postal_code": "",
    "work_prefecture": "",
    "work_city": "",
    "work_address": "",
    "work_building": "",
    "access": "",
    "contact_department": "",
    "contact_name": "",
    "contact_kana": "",
    "contact_phone": "",
    "contact_email": "",
}
"""What is asked anew besides when another facility takes the copy: where one works and whom one asks."""

LEFT_BLANK = "契約・勤務日・勤務開始・公開の日付、研修の誓約、運営事務局への連絡は、空欄にしました"
"""The same, as the copying person is told."""


def begin(facility: Facility) -> Posting:
    """Return a new draft with the habits of the facility's last posting."""
    last = facility.postings.order_by("-pk").first()
    return _draft(facility, {field: getattr(last, field) for field in SAME_AS_LAST} if last else {})


def copy(posting: Posting, to: Facility) -> Posting:
    """Return a new draft with the terms of an earlier posting; a closed posting is copied, never reopened.

    `to` is the posting's facility or another one for which the copying person acts.
    """
    anew = ASKED_ANEW if to == posting.facility else ASKED_ANEW | OF_ITS_FACILITY
    return _draft(to, {**posting.terms, **anew})


def _draft(facility: Facility, terms: dict[str, Any]) -> Posting:
    """Return a draft with these terms; a second click finds the one that the first has made."""
    with transaction.atomic():
        Facility.objects.select_for_update(no_key=True).get(pk=facility.pk)
        fresh = Posting(facility=facility, **terms)
        untouched = facility.postings.filter(status=PostingStatus.DRAFT, saved_blocks=[])
        same = next((draft for draft in untouched.order_by("-pk") if draft.terms == fresh.terms), None)
        if same is None:
            fresh.save()
        return same or fresh
