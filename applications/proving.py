"""A code by mail proves that an address reaches whoever typed it."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import get_random_string

from applications.facts import public_facts
from applications.letters import CODE
from applications.models import Application, Inquiry
from keynet.accounts.limits import demand_patience
from keynet.accounts.models import MailProof
from keynet.accounts.models.mail_proof import MOST_TRIES, VALID_FOR, code_fits, issue_code
from keynet.outbox.letters import write_letter
from keynet.outbox.models.event import subject_key
from keynet.vocabulary.japanese import digits


class WrongCode(Exception):
    """The code does not fit; `tries_left` is 0 when only a new code helps (used up or too old)."""

    def __init__(self, tries_left: int) -> None:
        super().__init__(f"{tries_left} tries left")
        self.tries_left = tries_left


def send_code(row: Application | Inquiry) -> None:
    """Mail a new code for a row; earlier ones stop working. Raises TooManyMails."""
    with transaction.atomic():
        demand_patience(row.email)
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
