"""Answering several applicants at once: each row is its own transaction, and each has its own result.

Only what needs no question about one person goes out together: an invitation and a refusal. An offer states what changed
since that person applied (職業安定法5条の3), a hire the licence that was seen.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from applications import answering, refusing
from applications.answer_templates import filled
from applications.meeting.offering import CannotOffer, offer_slots
from applications.models import Application, Batch, BatchLine, Message
from applications.permissions import may_answer
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.lifecycle import NotNow

MOST = 50
"""People of one batch: so many mails can still be read before they leave."""
MOST_INVITED = 20
"""People invited at once: for each there is a time, and the list of times can still be read on a phone."""
STEPS = (Message.Step.INVITE, Message.Step.NOT_SELECT)
Outcome = BatchLine.Outcome


def send(
    facility: Facility,
    seen: Mapping[Application, str],
    step: str,
    *,
    by: User,
    text: str,
    submission_id: UUID,
    **facts: Any,
) -> Batch:
    """Answer each applicant who is still in the state that was `seen`; the same form sent again answers nobody twice.

    `facts`: the `reason` of a refusal (`refusing.refuse`), or `times` and `place` of an invitation (`offer_slots`).
    A batch that was cut short is ended by sending its form again: whoever has a line is left out.
    """
    batch, _ = Batch.objects.get_or_create(
        submission_id=submission_id, facility=facility, defaults={"step": step, "sent_by": by}
    )
    for application, status in seen.items():
        _answer(batch, application, status, by=by, text=text, **facts)
    return batch


def _answer(
    batch: Batch, application: Application, status: str, *, by: User, text: str, **facts: Any
) -> None:
    with transaction.atomic():
        # The lock on the batch lets a double click wait until the line is there.
        Batch.objects.select_for_update(no_key=True).get(pk=batch.pk)
        if batch.lines.filter(application=application).exists():
            return
        outcome = _try(batch, application, status, by=by, text=text, **facts)
        BatchLine.objects.create(batch=batch, application=application, outcome=outcome)


def _try(
    batch: Batch, application: Application, status: str, *, by: User, text: str, **facts: Any
) -> Outcome:
    try:
        with transaction.atomic():
            rows = Application.objects.select_for_update(of=("self",), no_key=True)
            found = rows.select_related("posting__facility", "version").get(pk=application.pk)
            if not may_answer(by, found):
                raise PermissionDenied
            if found.status != status:
                raise NotNow(found, batch.step)
            words = filled(text, found)
            if batch.step == Message.Step.NOT_SELECT:
                refusing.refuse(found, by=by, text=words, **facts)
            else:
                offer_slots(found, by=by, text=words, number=answering.next_invitation(found), **facts)
    except CannotOffer:
        return Outcome.NO_TIME
    except NotNow:
        return Outcome.CHANGED
    except PermissionDenied:
        return Outcome.NOT_ALLOWED
    return Outcome.DONE
