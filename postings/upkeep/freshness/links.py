"""The mailed link by which a facility answers without a login: one for each letter, about one posting."""

from django.conf import settings
from django.urls import reverse

from keynet.accounts.models import MailedLink
from keynet.accounts.models.mailed_link import issue_link, open_link
from keynet.lifecycle import LinkHolder
from keynet.outbox.models.event import subject_key
from postings.models import Posting
from postings.upkeep.freshness.rhythm import LINK_FOR

PURPOSE = MailedLink.Purpose.POSTING


def fresh_url(posting: Posting) -> str:
    """Return the address of a new link; it works as long as its letter may be answered."""
    token = issue_link(PURPOSE, posting, valid_for=LINK_FOR)
    return settings.SITE_URL + reverse("current:page", args=[token])


def opened(token: str) -> Posting:
    """Return the posting of a link; raises LinkGone (unknown, expired)."""
    return Posting.objects.select_related("facility").get(pk=open_link(PURPOSE, token).subject_id)


def holder(posting: Posting) -> LinkHolder:
    """Return whoever holds a link of the posting as an actor."""
    return LinkHolder(subject_key(posting))
