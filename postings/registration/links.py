"""The secret links of a registration: to go on filling it in, and to prove the mail address."""

from contextlib import suppress
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse

from facilities.letters import KEPT
from facilities.lifecycle import RegistrationStatus as S
from facilities.models import Registration
from keynet.accounts.limits import TooManyMails, demand_patience
from keynet.accounts.models import MailedLink
from keynet.accounts.models.mailed_link import issue_link, open_link, withdraw_links
from keynet.lifecycle import LinkHolder
from keynet.outbox.events import record
from keynet.outbox.letters import LetterKind, write_letter
from keynet.outbox.models import Event, Letter
from keynet.outbox.models.event import subject_key

FILL_IN = MailedLink.Purpose.REGISTRATION
PROVE = MailedLink.Purpose.PROVE_REGISTRATION
FILL_IN_FOR = timedelta(days=30)
PROVE_FOR = timedelta(hours=24)

OPEN = frozenset({S.DRAFT, S.UNPROVED, S.RETURNED})
"""States in which the clerk may change the registration."""


def opened(token: str) -> Registration:
    """Return the registration behind a link; raises LinkGone (unknown, expired, used)."""
    link = open_link(FILL_IN, token)
    return Registration.objects.select_related("facility", "posting__facility").get(pk=link.subject_id)


def holder(registration: Registration) -> LinkHolder:
    """Return whoever holds the registration's link as an actor."""
    return LinkHolder(subject_key(registration))


def fresh_token(registration: Registration) -> str:
    """Return the token of a new link for filling in; earlier ones go on working until their own end."""
    return issue_link(FILL_IN, registration, valid_for=FILL_IN_FOR)


def fresh_proof(registration: Registration) -> str:
    """Return the token of the only link that proves the address; an earlier one stops working."""
    withdraw_links(PROVE, registration)
    return issue_link(PROVE, registration, valid_for=PROVE_FOR)


def page_url(name: str, token: str) -> str:
    """Return the whole address of a page behind a token, for letters."""
    return settings.SITE_URL + reverse(f"registration:{name}", args=[token])


def is_mailed(kind: LetterKind, registration: Registration, once: str) -> bool:
    """Return whether this very request has been answered by a letter: a double click mails one."""
    return Letter.objects.filter(kind=kind.name, subject=subject_key(registration), period=once[:40]).exists()


def mail_link(registration: Registration, *, to: str, once: str) -> None:
    """Mail a link for going on later; `once` names the request, so that its repetition mails nothing.

    Raises TooManyMails.
    """
    if is_mailed(KEPT, registration, once):
        return
    with transaction.atomic():
        demand_patience(to)
        url = page_url("sheet", fresh_token(registration))
        facts = {"url": url, "days": FILL_IN_FOR.days}
        write_letter(KEPT, about=registration, to=to, context=facts, period=once[:40])


def ask_for_links(address: str, *, once: str) -> None:
    """Have new links mailed to an address with open registrations, a little later.

    The same is written down for an address without any (about registration 0), so that neither the answer nor its time
    tells which one it is.
    """
    with transaction.atomic():
        found = _open_at(address).first() or Registration(pk=0)
        record("registration.links_asked", subject=found, actor=holder(found).actor_key, once=once)


def mail_links(event: Event) -> None:
    """React to `registration.links_asked`: mail a link for each open registration of the address, three at most.

    An address that has been sent enough hears nothing: the letters that it got are recent.
    """
    asked = Registration.objects.filter(pk=event.subject_id).first()
    if asked is None:
        return
    for registration in _open_at(asked.contact_email)[:3]:
        with suppress(TooManyMails):
            mail_link(registration, to=registration.contact_email, once=event.data["once"])


def _open_at(address: str) -> QuerySet[Registration]:
    found = Registration.objects.filter(contact_email__iexact=address, status__in=OPEN)
    return found.order_by("-created_at")
