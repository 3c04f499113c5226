"""The postman: the only code that talks to an SMTP server.

Claim a letter (commit), send it, stamp the result (commit). Because SMTP gives no proof when the connection dies
after the text was handed over, that one case is called `unknown`; an alert is then sent once more with the same
Message-ID, a result or an offer waits for a person (reliability: never lost silently, at most one repeat).
"""

import logging
import smtplib
import time
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from keynet.outbox.letters import LETTER_KINDS
from keynet.outbox.message import as_message
from keynet.outbox.models.letter import Letter
from keynet.outbox.smtp import Line, Unanswered

logger = logging.getLogger(__name__)
LEASE = timedelta(minutes=2)
RETRY_PAUSE = timedelta(minutes=5)
UNKNOWN_PAUSE = timedelta(minutes=30)
MOST_TRIES = 48


def deliver(*, seconds: float = 40) -> int:
    """Send due letters until none is left or the time is over; return how many were handled."""
    end = time.monotonic() + seconds
    take_back_abandoned()
    handled = 0
    with Line(settings.SMTP, timeout=settings.EMAIL_TIMEOUT) as line:
        while time.monotonic() < end:
            letter = claim()
            if letter is None:
                break
            hand_over(letter, line)
            handled += 1
    return handled


def claim() -> Letter | None:
    """Take the next due letter, so that no other postman can have it; committed before SMTP begins."""
    with transaction.atomic():
        letter = Letter.objects.due().select_for_update(skip_locked=True, of=("self",), no_key=True).first()
        if letter is None:
            return None
        letter.status = Letter.Status.SENDING
        letter.tries += 1
        letter.lease_until = timezone.now() + LEASE
        letter.save(update_fields=["status", "tries", "lease_until"])
        return letter


def hand_over(letter: Letter, line: Line) -> None:
    """Send one claimed letter and write down what became of it."""
    try:
        line.send(as_message(letter), to=letter.recipient)
    except Unanswered as error:
        not_confirmed(letter, str(error))
    except smtplib.SMTPResponseException as error:
        refused(letter, error.smtp_code, f"{error.smtp_code} {error.smtp_error!r}")
    except (OSError, smtplib.SMTPException) as error:
        refused(letter, 400, f"{type(error).__name__}: {error}")
    else:
        wipe_secret(letter)
        letter.settle(Letter.Status.SENT)


def refused(letter: Letter, code: int, reason: str) -> None:
    """A 5xx answer is final; anything else (also no connection at all) is tried again with a pause."""
    if code >= 500 or letter.tries >= MOST_TRIES:
        letter.settle(Letter.Status.FAILED, reason)
    else:
        letter.wait(RETRY_PAUSE if letter.tries > 2 else timedelta(seconds=10 * letter.tries), reason)
    logger.warning("Letter %s (%s) was refused: %s", letter.pk, letter.kind, reason)


def not_confirmed(letter: Letter, reason: str) -> None:
    """The server took the text and did not answer: one repeat for alerts, then a person must look."""
    kind = LETTER_KINDS.get(letter.kind)
    letter.unconfirmed += 1
    if kind is not None and kind.resend_when_unknown and letter.unconfirmed == 1:
        letter.wait(UNKNOWN_PAUSE, reason)
    else:
        letter.settle(Letter.Status.UNKNOWN, reason)
    logger.warning("Letter %s (%s) was not confirmed: %s", letter.pk, letter.kind, reason)


def wipe_secret(letter: Letter) -> None:
    """A letter with a secret link leaves no copy of the link behind."""
    kind = LETTER_KINDS.get(letter.kind)
    if kind is not None and kind.secret:
        letter.body = ""


def take_back_abandoned() -> None:
    """A postman was killed between claim and stamp: it is not known whether the letter left."""
    with transaction.atomic():
        rows = Letter.objects.abandoned().select_for_update(skip_locked=True, of=("self",), no_key=True)
        for letter in rows:
            not_confirmed(letter, "the postman stopped while sending")
