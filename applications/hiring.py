"""Hiring (step 8 of the path): never more people than 募集人数, never one application twice.

Two clerks, two browsers, one double click: all of them meet at the lock on the posting's row. The count on the
posting, the partial unique index on `Hire` and the CHECK on the posting each refuse by themselves what slips past.
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from applications.models import Application, Hire
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
UNSEEN = "免許証の原本を確認した日と、確認した人を入力してください"
NO_LICENCE = "不問"
HIRING = OPEN | {PostingStatus.CLOSED}
"""The end stops new applications; the selection of those received goes on (docs/decisions/0006)."""


class CannotHire(ValidationError):
    """No place is left, or this posting hires nobody now; the sentence says what to do."""


def hire(
    application: Application,
    *,
    by: User,
    starts_on: date,
    licence_seen_on: date | None = None,
    licence_seen_by: str = "",
) -> Hire:
    """Fill one place with an applicant to whom it was offered.

    `licence_seen_on` and `licence_seen_by`: when and by whom the original licence was checked (domain.md C.6); only
    work that asks for no licence goes without. Raises CannotHire, NotNow and PermissionDenied.
    """
    with transaction.atomic():
        posting = _locked(application)
        if posting.status not in HIRING:
            raise CannotHire(SUSPENDED)
        if came_after_the_end(application, posting):
            raise CannotHire(TOO_LATE)
        if needs_licence(posting) and not (licence_seen_on and licence_seen_by):
            raise CannotHire(UNSEEN)
        # The move comes before the count: somebody who is hired already is told so, not that the places are taken.
        application.step("hire", by=by)
        if not posting.places_left:
            words = FULL_AND_ENDED if posting.status == PostingStatus.CLOSED else FULL
            raise CannotHire(words.format(headcount=posting.headcount))
        posting.hired_count += 1
        posting.save(update_fields=["hired_count"])
        return Hire.objects.create(
            application=application,
            posting=posting,
            starts_on=starts_on,
            licence_seen_on=licence_seen_on,
            licence_seen_by=licence_seen_by,
            hired_by=by,
        )


def cancel_hire(application: Application, *, by: User, reason: str) -> Hire:
    """Take a hire back (採用取消・就業せず); the place is free again. Raises NotNow and PermissionDenied."""
    with transaction.atomic():
        posting = _locked(application)
        application.step("cancel", by=by)
        hired = Hire.objects.get(application=application, cancelled_at=None)
        hired.cancelled_at = timezone.now()
        hired.cancel_reason = reason
        hired.save(update_fields=["cancelled_at", "cancel_reason"])
        posting.hired_count -= 1
        posting.save(update_fields=["hired_count"])
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


def _locked(application: Application) -> Posting:
    """Return the application's posting; every hire and every cancellation of it waits in line here."""
    return Posting.objects.select_for_update(no_key=True).get(pk=application.posting_id)
