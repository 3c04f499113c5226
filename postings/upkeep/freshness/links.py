"""The mailed link by which a facility answers without a login: one for each letter, about one posting."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from facilities.models import Membership
from keynet.accounts.models import MailedLink
from keynet.accounts.models.mailed_link import issue_link, open_link
from keynet.lifecycle import LinkHolder
from keynet.outbox.models import Letter
from keynet.outbox.models.event import subject_key
from postings.models import Posting
from postings.upkeep.freshness.rhythm import LINK_FOR

PURPOSE = MailedLink.Purpose.POSTING


def fresh_url(posting: Posting) -> str:
    """Return the address of a new link; it works as long as its letter may be answered."""
    token = issue_link(PURPOSE, posting, valid_for=LINK_FOR)
    return settings.SITE_URL + reverse("current:page", args=[token])


def opened(token: str) -> Posting:
    """Return the posting of a link; raises LinkGone (unknown, expired, withdrawn)."""
    return Posting.objects.select_related("facility").get(pk=open_link(PURPOSE, token).subject_id)


def withdraw_from(membership: Membership) -> None:
    """Close the links of the facility's postings that went to somebody who leaves; those who stay get the next ones.

    A link does not know its letter: all open ones of a posting close that this person was written to about.
    """
    keys = [subject_key(posting) for posting in membership.facility.postings.only("pk")]
    letters = Letter.objects.filter(subject__in=keys, recipient__iexact=membership.user.email)
    told = letters.values_list("subject", flat=True).distinct()
    MailedLink.objects.filter(purpose=PURPOSE, subject__in=told, used_at=None).update(used_at=timezone.now())


def holder(posting: Posting) -> LinkHolder:
    """Return whoever holds a link of the posting as an actor."""
    return LinkHolder(subject_key(posting))
