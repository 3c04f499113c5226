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

from keynet.outbox.failures import what_failed
from keynet.outbox.letters import LETTER_KINDS
from keynet.outbox.message import as_message
from keynet.outbox.models.letter import Letter
from keynet.outbox.smtp import Line, NoLine, Unanswered

logger = logging.getLogger(__name__)
LEASE = timedelta(minutes=2)
RETRY_PAUSE = timedelta(minutes=5)
UNKNOWN_PAUSE = timedelta(minutes=30)
MOST_TRIES = 48

# One statement instead of four: a postman's pace is the number of its trips to the database.
CLAIM = """
    UPDATE outbox_letter SET status = 'sending', tries = tries + 1, lease_until = %(lease)s
    WHERE id = (
        SELECT id FROM outbox_letter WHERE status = 'pending' AND next_try_at <= %(now)s
        ORDER BY next_try_at, id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED
    )
    RETURNING *
"""


def deliver(*, seconds: float = 20) -> int:
    """Send due letters until none is left, the time is over or no server answers; return how many were handled.

    The round and the patience for its last letter together stay below the worker's soft time limit.
    """
    end = time.monotonic() + seconds
    take_back_abandoned()
    handled = 0
    with Line(settings.SMTP, timeout=settings.EMAIL_TIMEOUT) as line:
        while time.monotonic() < end:
            letter = claim()
            if letter is None:
                break
            handled += 1
            try:
                hand_over(letter, line)
            except NoLine as error:
                # One letter a round finds out whether the server is back; the others keep their tries.
                try_later(letter, str(error))
                break
    return handled


def claim() -> Letter | None:
    """Take the next due letter, so that no other postman can have it; committed before SMTP begins."""
    now = timezone.now()
    return next(iter(Letter.objects.raw(CLAIM, {"now": now, "lease": now + LEASE})), None)


def hand_over(letter: Letter, line: Line) -> None:
    """Send one claimed letter and write down what became of it; raises NoLine, then nothing was written."""
    try:
        if held_back(letter):
            return
    except Exception as error:
        # Nothing was said to a server yet, so that a broken question must not end as "perhaps received".
        logger.exception("Letter %s (%s): it could not be asked whether it is wanted", letter.pk, letter.kind)
        try_later(letter, what_failed(error))
        return
    try:
        line.send(as_message(letter), to=letter.recipient)
    except Unanswered as error:
        not_confirmed(letter, str(error))
    except smtplib.SMTPResponseException as error:
        reason = f"{error.smtp_code} {error.smtp_error!r}"
        if error.smtp_code >= 500:
            fail(letter, reason)
        else:
            try_later(letter, reason)
    except (OSError, smtplib.SMTPException) as error:
        try_later(letter, f"{type(error).__name__}: {error}")
    except ValueError as error:
        # A header with a line break or an address that is none: no later try makes it better.
        fail(letter, f"{type(error).__name__}: {error}")
    else:
        _settle(letter, Letter.Status.SENT)


def held_back(letter: Letter) -> bool:
    """Ask whether the letter is still wanted; one that is not ends here, unsent."""
    kind = LETTER_KINDS.get(letter.kind)
    if kind is None or kind.still_wanted is None or kind.still_wanted(letter):
        return False
    letter.settle(Letter.Status.SUPPRESSED)
    if kind.still_wanted(letter):
        # Wanted again between question and stamp: whoever puts back what was held back did not see it yet.
        letter.wait(timedelta(), "")
    return True


def try_later(letter: Letter, reason: str) -> None:
    """The letter surely did not leave: again after a pause, for about four hours, then a person must look."""
    if letter.tries >= MOST_TRIES:
        fail(letter, reason)
        return
    letter.wait(RETRY_PAUSE if letter.tries > 2 else timedelta(seconds=10 * letter.tries), reason)
    _log(letter, "waits", reason)


def fail(letter: Letter, reason: str) -> None:
    """The letter was refused for good."""
    _settle(letter, Letter.Status.FAILED, reason)
    _log(letter, "was refused", reason)


def not_confirmed(letter: Letter, reason: str) -> None:
    """The server took the text and did not answer: one repeat for alerts, then a person must look."""
    kind = LETTER_KINDS.get(letter.kind)
    letter.unconfirmed += 1
    if kind is not None and kind.resend_when_unknown and letter.unconfirmed == 1:
        letter.wait(UNKNOWN_PAUSE, reason)
    else:
        _settle(letter, Letter.Status.UNKNOWN, reason)
    _log(letter, "was not confirmed", reason)


def take_back_abandoned() -> None:
    """A postman was killed between claim and stamp: it is not known whether the letter left."""
    with transaction.atomic():
        rows = Letter.objects.abandoned().select_for_update(skip_locked=True, of=("self",), no_key=True)
        for letter in rows:
            not_confirmed(letter, "the postman stopped while sending")


def _settle(letter: Letter, status: str, reason: str = "") -> None:
    """End the letter's way; one with a secret link leaves no copy of the link behind.

    Only where a person decides about a repeat is the text kept until then.
    """
    kind = LETTER_KINDS.get(letter.kind)
    waits = status != Letter.Status.SENT and kind is not None and not kind.resend_when_unknown
    if kind is not None and kind.secret and not waits:
        letter.body = ""
    letter.settle(status, reason)


def _log(letter: Letter, what: str, reason: str) -> None:
    """Only the first word of the reason: servers repeat the address in the rest, and logs hold no addresses."""
    logger.warning("Letter %s (%s) %s: %s", letter.pk, letter.kind, what, reason.partition(" ")[0])
