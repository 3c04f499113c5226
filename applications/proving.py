"""A code by mail proves that an address reaches whoever typed it; nobody can make us flood a stranger's mailbox."""

from datetime import datetime, timedelta

from django.db import connection, transaction
from django.utils import timezone
from django.utils.crypto import get_random_string

from applications.facts import public_facts
from applications.letters import CODE
from applications.models import Application, Inquiry
from keynet.accounts.models import MailProof
from keynet.accounts.models.mail_proof import MOST_TRIES, VALID_FOR, code_fits, issue_code
from keynet.outbox.letters import write_letter
from keynet.outbox.models import Letter
from keynet.outbox.models.event import subject_key
from keynet.vocabulary.japanese import digits

LIMITS = ((timedelta(hours=1), 3), (timedelta(days=1), 10))
"""At most so many codes to one address, whichever form asks for them (reliability.md 6.3)."""


class TooManyCodes(Exception):
    """The address has been sent enough codes; `again_at` says when the next one may leave."""

    def __init__(self, again_at: datetime) -> None:
        super().__init__(f"again at {again_at:%H:%M}")
        self.again_at = again_at


class WrongCode(Exception):
    """The code does not fit; `tries_left` is 0 when only a new code helps (used up or too old)."""

    def __init__(self, tries_left: int) -> None:
        super().__init__(f"{tries_left} tries left")
        self.tries_left = tries_left


def send_code(row: Application | Inquiry) -> None:
    """Mail a new code for a row; earlier ones stop working. Raises TooManyCodes."""
    with transaction.atomic():
        _demand_patience(row.email)
        context = {
            **public_facts(row.posting),
            "code": issue_code(row),
            "minutes": VALID_FOR // timedelta(minutes=1),
            "purpose": "応募" if isinstance(row, Application) else "質問",
        }
        write_letter(CODE, about=row, to=row.email, context=context, period=get_random_string(12))


def prove(row: Application | Inquiry, code: str) -> None:
    """Check a typed code; every try counts, so call it outside a transaction. Raises WrongCode."""
    if not code_fits(row, digits(code)):
        raise WrongCode(_tries_left(row))


def _tries_left(row: Application | Inquiry) -> int:
    waiting = MailProof.objects.filter(subject=subject_key(row), expires_at__gt=timezone.now())
    proof = waiting.order_by("-created_at").first()
    return max(0, MOST_TRIES - proof.tries) if proof else 0


def _demand_patience(email: str) -> None:
    address = email.lower()
    with connection.cursor() as cursor:
        # Rivals for the same address wait here until the first has committed its letter: the count below is exact.
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"code:{address}"])
    now = timezone.now()
    for span, most in LIMITS:
        sent = Letter.objects.filter(kind=CODE.name, recipient__iexact=address, created_at__gt=now - span)
        times = list(sent.order_by("-created_at").values_list("created_at", flat=True)[:most])
        if len(times) == most:
            raise TooManyCodes(times[-1] + span)
