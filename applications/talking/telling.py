"""Reaction: the other side hears that there is a message, by a link; the words stay on the page."""

from datetime import timedelta

from applications import links
from applications.asking import inquiry_facts
from applications.facts import applicant_facts, inbox_facts
from applications.letters import MESSAGE_FOR_FACILITY, MESSAGE_FOR_SEEKER
from applications.models import Application, Inquiry, Side, ThreadMessage
from keynet.outbox.letters import write_letter
from keynet.outbox.models import Event
from postings.addressees import answerers_of

IN_A_ROW = timedelta(hours=1)
"""Further messages within this time, while the first is unread, need no letter of their own."""


def tell_of_message(event: Event) -> None:
    """Write the letter, unless one about a message just before still waits to be followed."""
    message = (
        ThreadMessage.objects.select_related("application__posting__facility", "inquiry__posting__facility")
        .filter(pk=event.data["message"], read_at=None)
        .first()
    )
    row = message and (message.application or message.inquiry)
    if not message or not row or row.masked_at or _follows_another(message, row):
        return
    if message.side == Side.APPLICANT:
        to, facts, kind = answerers_of(row.posting), inbox_facts(row, 0), MESSAGE_FOR_FACILITY
    else:
        url = links.fresh_url(row)
        is_application = isinstance(row, Application)
        facts = applicant_facts(row, url) if is_application else inquiry_facts(row, url)  # type: ignore[arg-type]  # narrowed by the flag
        to, kind = [row.email], MESSAGE_FOR_SEEKER
    for address in to:
        write_letter(kind, about=row, to=address, context=facts, period=f"message:{message.pk}")


def _follows_another(message: ThreadMessage, row: Application | Inquiry) -> bool:
    since = message.written_at - IN_A_ROW
    before = ThreadMessage.objects.about(row).filter(side=message.side, read_at=None, pk__lt=message.pk)
    return before.filter(written_at__gt=since).exists()
