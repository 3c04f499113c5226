"""Asking a facility without an account (C.3): kept unproved, proved by a code, answered once, passed on unaltered."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from applications import links
from applications.facts import public_facts
from applications.keeping import keep
from applications.letters import INQUIRY_RECEIVED
from applications.models import Inquiry
from applications.proving import prove, send_code
from keynet.outbox.letters import write_letter
from postings.models import Posting


def start(posting: Posting, facts: Mapping[str, Any], *, submission_id: UUID) -> str:
    """Keep a question unproved, mail its code, and return the token of its page.

    The same form sent twice is one question. Raises SentBefore and TooManyMails.
    """
    with transaction.atomic():
        inquiry, needs_code = keep(Inquiry, posting, facts, submission_id)
        if needs_code:
            send_code(inquiry)
        return links.issue(inquiry)


def receive(inquiry: Inquiry, *, token: str, code: str) -> None:
    """The code is typed: the facility receives the question, the asker a receipt with the link. Raises WrongCode."""
    prove(inquiry, code)
    with transaction.atomic():
        inquiry.submit(by=links.holder(inquiry))
        facts = inquiry_facts(inquiry, links.page_url(inquiry, token))
        write_letter(INQUIRY_RECEIVED, about=inquiry, to=inquiry.email, context=facts)


def inquiry_facts(inquiry: Inquiry, url: str) -> dict[str, Any]:
    """Return what letters to the asker say; a hidden facility stays hidden."""
    return {**public_facts(inquiry.posting), "number": inquiry.number, "url": url}
