"""The promise on the form (domain.md Decision 9, C.7): names and contacts go some months after the posting ended.

What is counted stays: rows, states, dates, hires, training. One transaction a person: a night that is cut short leaves
nobody half masked, and the next round goes on where it stopped.
"""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from applications.links import PURPOSES
from applications.models import Application, Hire, Inquiry, LegalHold, Message, Note, Refusal, ThreadMessage
from applications.models.blank import BLANK_APPLICATION, BLANK_INQUIRY
from keynet.accounts.models import MailProof
from keynet.accounts.models.mailed_link import withdraw_links
from keynet.lifecycle import Clock
from keynet.outbox.events import record
from keynet.outbox.letters import LETTER_KINDS
from keynet.outbox.models import Letter
from keynet.outbox.models.event import subject_key
from keynet.privacy.ledger import remember
from keynet.privacy.retention import rule
from keynet.privacy.stopping import is_stopped, is_too_many

A_ROUND = 500
"""Applications, and as many inquiries, of one round: some seconds, far from a task's time limit."""

STOPPED, TOO_MANY = "stopped", "too_many"


def due() -> tuple[QuerySet[Application], QuerySet[Inquiry]]:
    """Return whose time is over, decided or not, and not held back for a dispute."""
    held = LegalHold.objects.current().values("posting")
    applications = Application.objects.outlived(rule("application").before())
    inquiries = Inquiry.objects.outlived(rule("inquiry").before())
    return applications.exclude(posting__in=held), inquiries.exclude(posting__in=held)


def what_holds_it() -> str:
    """Return why nobody is masked now, STOPPED or TOO_MANY (a person must confirm); "" when nothing does."""
    if is_stopped():
        return STOPPED
    number = sum(rows.count() for rows in due())
    known = Application.objects.received().known().count() + Inquiry.objects.received().known().count()
    return TOO_MANY if is_too_many(number, known) else ""


def mask_ended(*, confirmed: bool = False) -> int:
    """Mask one round of those whose time is over; return how many: none while something holds it.

    `confirmed` when a person has looked at an unusual number; a stop is never overruled.
    """
    if is_stopped() or (not confirmed and what_holds_it()):
        return 0
    applications, inquiries = due()
    return sum(_mask_application(applications, pk) for pk in _a_round(applications)) + sum(
        _mask_inquiry(inquiries, pk) for pk in _a_round(inquiries)
    )


def _a_round(rows: QuerySet[Any]) -> list[int]:
    return list(rows.order_by("pk").values_list("pk", flat=True)[:A_ROUND])


def mask_application_again(pk: int) -> bool:
    """Mask somebody whom a restored backup brought back, due or not (keynet.privacy.ledger)."""
    return _mask_application(Application.objects.known(), pk)


def mask_inquiry_again(pk: int) -> bool:
    """Mask an asker whom a restored backup brought back."""
    return _mask_inquiry(Inquiry.objects.known(), pk)


def _mask_application(rows: QuerySet[Application], pk: int) -> bool:
    with transaction.atomic():
        application = _locked(rows, pk)
        if application is None:
            return False
        _blank(application, BLANK_APPLICATION)
        Message.objects.filter(application=application).update(text="")
        Note.objects.filter(application=application).update(text="")
        Refusal.objects.waiting().filter(application=application).delete()
        Refusal.objects.filter(application=application).update(reason="")
        ThreadMessage.objects.about(application).update(text="")
        Hire.objects.filter(application=application).update(cancel_reason="", terms_difference="")
        record("application.masked", subject=application, actor=Clock().actor_key)
    return True


def _mask_inquiry(rows: QuerySet[Inquiry], pk: int) -> bool:
    with transaction.atomic():
        inquiry = _locked(rows, pk)
        if inquiry is None:
            return False
        _blank(inquiry, BLANK_INQUIRY)
        ThreadMessage.objects.about(inquiry).update(text="")
        record("inquiry.masked", subject=inquiry, actor=Clock().actor_key)
    return True


def _locked(rows: QuerySet[Any], pk: int) -> Any:
    """Return the row, still due and locked; None while somebody works on it or a letter about it is just leaving.

    A stop is asked about at every person: it ends a round that is running, too.
    """
    if is_stopped():
        return None
    row = rows.select_for_update(of=("self",), no_key=True, skip_locked=True).filter(pk=pk).first()
    if row is None or _letters(row).filter(status=Letter.Status.SENDING).exists():
        return None
    return row


def _blank(row: Application | Inquiry, blank: dict[str, Any]) -> None:
    """Overwrite the columns, and erase what hangs on the row: letters, codes, and the use of its links."""
    for name, value in blank.items():
        setattr(row, name, value)
    row.masked_at = timezone.now()
    row.save(update_fields=[*blank, "masked_at"])
    remember(row)
    _letters(row).erase()
    MailProof.objects.filter(subject=subject_key(row)).delete()
    # Closed and not deleted: whoever opens an old link is told what happened (410) instead of "not found".
    withdraw_links(PURPOSES[type(row)], row)


def _letters(row: Application | Inquiry) -> Any:
    """Return the letters about a row but those that only told the facility to look into its inbox."""
    to_facilities = [name for name, kind in LETTER_KINDS.items() if not kind.private]
    return Letter.objects.filter(subject=subject_key(row)).exclude(kind__in=to_facilities)
