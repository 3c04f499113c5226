"""Hiring (step 8 of the path): never more people than 募集人数, never one application twice.

Two clerks, two browsers, one double click: all of them meet at the lock on the posting's row. The counts on the
posting, the partial unique index on `Hire` and the CHECKs on the posting each refuse by themselves what slips past.
"""

from collections.abc import Collection
from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from applications import spot_days
from applications.changes import unstated_changes
from applications.models import Application, Hire
from applications.refused import CannotHire
from facilities.models import Facility
from keynet.accounts.models import User
from postings.lifecycle import OPEN, PostingStatus
from postings.models import Posting

FULL = "募集人数（{headcount}名）に達しています。さらに採用するときは、先に募集人数を増やしてください"
FULL_AND_ENDED = (
    "募集人数（{headcount}名）に達しています。募集を終了しているため、人数は増やせません。"
    "さらに採用するときは、運営事務局にお電話ください"
)
SUSPENDED = "掲載が停止されている求人では、採用の記録ができません。運営事務局にお電話ください"
TOO_LATE = "募集を終了したあとの応募は、採用できません。運営事務局にお電話ください"
UNSTATED = "内定のあとに条件が変わっています。変わった点を明示したことを確かめて、チェックを入れてください"
UNSEEN = "免許証の原本を確認した日と、確認した人を入力してください"
NO_LICENCE = "不問"
HIRING = OPEN | {PostingStatus.CLOSED}
"""The end stops new applications; the selection of those received goes on (docs/decisions/0006)."""


class Reported(TypedDict, total=False):
    """What is asked at hire for the report alone: 条件の相違 and 対面紹介 (columns of `Hire`)."""

    terms_differ: bool
    terms_difference: str
    referred_by: str


def hire(
    application: Application,
    *,
    by: User,
    starts_on: date,
    licence_seen_on: date | None = None,
    licence_seen_by: str = "",
    days: Collection[str] = (),
    stated_version: int | None = None,
    **reported: Unpack[Reported],
) -> Hire:
    """Fill one place with an applicant to whom it was offered.

    `licence_seen_on` and `licence_seen_by`: when and by whom the original licence was checked (domain.md C.6); only
    work that asks for no licence goes without. `days`: keys of the posting's single days that the person works.
    `stated_version`: up to which version what changed since the offer was stated (職業安定法5条の3第3項).
    Raises CannotHire, NotNow and PermissionDenied.
    """
    with transaction.atomic():
        posting = _locked(application)
        is_licensed = bool(licence_seen_on and licence_seen_by) or not needs_licence(posting)
        _refuse(_unfit(application, posting) or ("" if is_licensed else UNSEEN))
        # The move comes before the count: somebody who is hired already is told so, not that the places are taken.
        application.step("hire", by=by)
        _state_changes(application, posting, stated_version)
        _refuse(_full(posting))
        hired = Hire.objects.create(
            application=application,
            posting=posting,
            starts_on=starts_on,
            licence_seen_on=licence_seen_on,
            licence_seen_by=licence_seen_by,
            hired_by=by,
            **reported,
        )
        spot_days.take(hired, posting, days)
        posting.hired_count += 1
        posting.save(update_fields=["hired_count", "filled_days"])
        return hired


def cancel_hire(application: Application, *, by: User, reason: str) -> Hire:
    """Take a hire back (採用取消・就業せず); the place is free again. Raises NotNow and PermissionDenied."""
    with transaction.atomic():
        posting = _locked(application)
        application.step("cancel", by=by)
        hired = Hire.objects.get(application=application, cancelled_at=None)
        hired.cancelled_at = timezone.now()
        hired.cancel_reason = reason
        hired.save(update_fields=["cancelled_at", "cancel_reason"])
        spot_days.give_back(hired, posting)
        posting.hired_count -= 1
        posting.save(update_fields=["hired_count", "filled_days"])
        return hired


def needs_licence(posting: Posting) -> bool:
    """Return whether the employer must see an original licence before the work begins."""
    return posting.licence != NO_LICENCE


def came_after_the_end(application: Application, posting: Posting) -> bool:
    """Return whether the application was received after its posting had closed; `applying` lets none through."""
    received, ended = application.submitted_at, posting.closed_at
    return received is not None and ended is not None and received > ended


def filled_postings(facility: Facility) -> QuerySet[Posting]:
    """Return the postings whose places are all taken and that should now be ended by their facility (step 10)."""
    return Posting.objects.filter(
        facility=facility, status__in=OPEN, hired_count__gte=F("headcount"), hired_count__gt=0
    )


def hindrance(application: Application, posting: Posting) -> str:
    """Return why nobody can be hired for this application now, and what to do; empty when somebody can."""
    return _unfit(application, posting) or _full(posting) or spot_days.full(posting)


def _refuse(reason: str) -> None:
    if reason:
        raise CannotHire(reason)


def _unfit(application: Application, posting: Posting) -> str:
    if posting.status not in HIRING:
        return SUSPENDED
    return TOO_LATE if came_after_the_end(application, posting) else ""


def _full(posting: Posting) -> str:
    if posting.places_left:
        return ""
    words = FULL_AND_ENDED if posting.status == PostingStatus.CLOSED else FULL
    return words.format(headcount=posting.headcount)


def _state_changes(application: Application, posting: Posting, stated_version: int | None) -> None:
    if not unstated_changes(application, posting):
        return
    if stated_version != posting.version:
        raise CannotHire(UNSTATED)
    application.stated_version = stated_version
    application.save(update_fields=["stated_version"])


def _locked(application: Application) -> Posting:
    """Return the application's posting; every hire and every cancellation of it waits in line here."""
    return Posting.objects.select_for_update(no_key=True).get(pk=application.posting_id)
