"""Writing into a thread and marking it as read."""

from datetime import timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from applications.lifecycle import ApplicationStatus, InquiryStatus
from applications.models import Application, Inquiry, Side, ThreadMessage
from applications.permissions import is_its_applicant, may_answer
from keynet.accounts.models import User
from keynet.lifecycle import Actor
from keynet.outbox.events import record

Row = Application | Inquiry
MOST_A_DAY = 20
"""Messages of one side of a thread within 24 hours; a person never needs more, a script would."""
TOO_MANY = f"1日に送れるメッセージは{MOST_A_DAY}件までです。時間をおいて、もう一度送ってください"
CLOSED = "個人情報を消したため、メッセージは送れません"


class CannotWrite(ValidationError):
    """The thread is closed, or its limit is reached; the sentence says what to do."""


def is_open(row: Row) -> bool:
    """Return whether messages can be written: the address is proved and its owner still known."""
    return row.masked_at is None and row.status not in (ApplicationStatus.UNPROVED, InquiryStatus.UNPROVED)


def write(row: Row, side: Side, *, by: Actor, text: str, submission_id: UUID) -> ThreadMessage:
    """Add a message, word for word; the same form sent twice is one message.

    Answering means having read: what the other side wrote before is marked. Raises CannotWrite and PermissionDenied.
    """
    with transaction.atomic():
        row = _locked(row)
        demand_side(row, side, by)
        if not is_open(row):
            raise CannotWrite(CLOSED)
        thread = ThreadMessage.objects.about(row)
        if sent := thread.filter(submission_id=submission_id).first():
            return sent
        if thread.filter(side=side, written_at__gt=timezone.now() - timedelta(days=1)).count() >= MOST_A_DAY:
            raise CannotWrite(TOO_MANY)
        thread.unread_by(side).update(read_at=timezone.now())
        message = ThreadMessage.objects.create(
            submission_id=submission_id,
            **{_noun(row): row},
            side=side,
            written_by=by if isinstance(by, User) else None,
            text=text,
        )
        facts = {"message": message.pk, "side": side.value}
        if isinstance(row, Application):
            record("application.messaged", subject=row, actor=by.actor_key, **facts)
        else:
            record("inquiry.messaged", subject=row, actor=by.actor_key, **facts)
        return message


def mark_read(row: Row, side: Side, *, by: Actor) -> int:
    """Mark what the other side wrote as read; return how many messages were new."""
    demand_side(row, side, by)
    return ThreadMessage.objects.about(row).unread_by(side).update(read_at=timezone.now())


def demand_side(row: Row, side: Side, by: Actor) -> None:
    """Only the two themselves: the holder of the row's link, and a member of its facility."""
    may = is_its_applicant(by, row) if side == Side.APPLICANT else may_answer(by, row)
    if not may:
        raise PermissionDenied


def _noun(row: Row) -> str:
    return str(row._meta.model_name)


def _locked(row: Row) -> Row:
    rows = type(row)._base_manager.select_for_update(of=("self",), no_key=True)
    found: Row = rows.select_related("posting__facility").get(pk=row.pk)
    return found
