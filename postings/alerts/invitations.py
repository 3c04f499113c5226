"""Double opt-in: the office enters a recruiter, the recruiter itself says yes through a mailed link."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from keynet.accounts.models import MailedLink
from keynet.accounts.models.mailed_link import LinkGone, issue_link, open_link, withdraw_links
from keynet.lifecycle import LinkHolder
from keynet.outbox.letters import write_letter
from keynet.outbox.models import Event
from postings.alerts.letters import INVITATION
from postings.alerts.lifecycle import RecruiterStatus
from postings.alerts.models import Recruiter

PURPOSE = MailedLink.Purpose.RECRUITER_OPT_IN
VALID_FOR = timedelta(days=14)


def invite_by_letter(event: Event) -> None:
    """React to `recruiter.invited`: write the letter with a fresh link; an earlier link stops working."""
    recruiter = Recruiter.objects.get(pk=event.subject_id)
    if recruiter.status != RecruiterStatus.INVITED:
        return
    withdraw_links(PURPOSE, recruiter)
    path = reverse("recruiters:opt_in", args=[issue_link(PURPOSE, recruiter, valid_for=VALID_FOR)])
    write_letter(
        INVITATION,
        about=recruiter,
        to=recruiter.address,
        to_name=recruiter.company,
        context={"recruiter": recruiter, "url": settings.SITE_URL + path, "days": VALID_FOR.days},
        period=f"event:{event.pk}",
    )


def invited_recruiter(token: str) -> Recruiter:
    """Return who was invited by the link; raises LinkGone when it is unknown, used, expired or withdrawn."""
    return _invited(open_link(PURPOSE, token))


def accept_invitation(token: str) -> Recruiter:
    """Say yes for the holder of the link and use it up, together."""
    with transaction.atomic():
        link = open_link(PURPOSE, token)
        recruiter = _invited(link)
        link.use_up()
        recruiter.opt_in(by=LinkHolder(link.subject))
    return recruiter


def _invited(link: MailedLink) -> Recruiter:
    recruiter = Recruiter.objects.filter(pk=link.subject_id, status=RecruiterStatus.INVITED).first()
    if recruiter is None:
        raise LinkGone("used", link)
    return recruiter
