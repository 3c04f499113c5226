"""Letters follow a posting: when it appears, stops, starts again and ends. Reactions to its events; they write rows."""

from typing import Any

from keynet.outbox.letters import LetterKind, write_letter
from keynet.outbox.models import Event, Letter
from postings.alerts.letters import AUDIENCES, CLOSED, NEWS, PAUSED, RESUMED, SUSPENDED
from postings.alerts.letters.facts import facts_of
from postings.alerts.models import Recruiter
from postings.alerts.recipients import is_still_recipient
from postings.alerts.stop_links import stop_url
from postings.models import Posting

CHANGES: dict[str, LetterKind] = {
    "posting.paused": PAUSED,
    "posting.suspended": SUSPENDED,
    "posting.closed": CLOSED,
    "posting.resumed": RESUMED,
}


def tell_of_publication(event: Event) -> None:
    """Tell every circle that the posting concerns; once per posting and recipient, however often this runs."""
    posting = _posting(event)
    facts = facts_of(posting)
    for audience in AUDIENCES:
        for recipient in audience.of(posting):
            _write_news(audience.kind, posting, recipient, facts)


def tell_of_change(event: Event) -> None:
    """Tell everybody who was told of the posting, the same day; each stop is told once."""
    posting = _posting(event)
    kind, facts = CHANGES[event.name], facts_of(posting)
    for told in Letter.objects.filter(subject=event.subject, kind__in=NEWS).may_have_left():
        if is_still_recipient(told.recipient, is_recruiter=bool(told.stop_url)):
            write_letter(
                kind,
                about=posting,
                to=told.recipient,
                to_name=told.recipient_name,
                context={**facts, "recipient_name": told.recipient_name},
                period=f"event:{event.pk}",
                stop_url=told.stop_url,
            )


def tell_the_others(event: Event) -> None:
    """News that a stop held back goes out when applications are taken again."""
    Letter.objects.filter(
        subject=event.subject, kind__in=NEWS, status=Letter.Status.SUPPRESSED, unconfirmed=0
    ).put_back()


def _posting(event: Event) -> Posting:
    return Posting.objects.select_related("facility").get(pk=event.subject_id)


def _write_news(kind: LetterKind, posting: Posting, recipient: Any, facts: dict[str, Any]) -> None:
    is_recruiter = isinstance(recipient, Recruiter)
    name = recipient.company if is_recruiter else recipient.desk.name
    write_letter(
        kind,
        about=posting,
        to=recipient.address,
        to_name=name,
        context={**facts, "recipient_name": name},
        stop_url=stop_url(recipient) if is_recruiter else "",
    )
