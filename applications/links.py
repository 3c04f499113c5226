"""The secret links by which people without an account come back to their application or inquiry (domain.md C.4)."""

from datetime import timedelta
from typing import TypeVar

from django.conf import settings
from django.urls import reverse

from applications.models import Application, Inquiry
from keynet.accounts.models import MailedLink
from keynet.accounts.models.mailed_link import issue_link, open_link
from keynet.lifecycle import LinkHolder
from keynet.outbox.models.event import subject_key

VALID_FOR = timedelta(days=90)
Answer = Application | Inquiry
Found = TypeVar("Found", Application, Inquiry)

PURPOSES: dict[type[Answer], str] = {
    Application: MailedLink.Purpose.APPLICATION,
    Inquiry: MailedLink.Purpose.INQUIRY,
}
PAGES: dict[type[Answer], str] = {Application: "applications:status", Inquiry: "applications:inquiry"}


def issue(row: Answer) -> str:
    """Return the token of a new link; earlier ones go on working until their own end."""
    return issue_link(PURPOSES[type(row)], row, valid_for=VALID_FOR)


def opened(model: type[Found], token: str) -> Found:
    """Return the row of a link; raises LinkGone (unknown, expired) and DoesNotExist for a forgotten row."""
    return model.objects.get(pk=open_link(PURPOSES[model], token).subject_id)


def holder(row: Answer) -> LinkHolder:
    """Return the person behind the row's link as an actor."""
    return LinkHolder(subject_key(row))


def page_url(row: Answer, token: str) -> str:
    """Return the whole address of the row's page, for letters."""
    return settings.SITE_URL + reverse(PAGES[type(row)], args=[token])


def fresh_url(row: Answer) -> str:
    """Return the address of the row's page by a link of its own: a letter never waits for an older one."""
    return page_url(row, issue(row))
