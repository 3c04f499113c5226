"""A reaction: whoever answers for a posting hears that the clock has ended it."""

from keynet.lifecycle import Clock
from keynet.outbox.letters import write_letter
from keynet.outbox.models import Event
from keynet.vocabulary.recruiting import CloseReason
from postings.addressees import addresses_of
from postings.models import Posting
from postings.upkeep.freshness.letters import ENDED, facts_of


def tell_facility_of_its_end(event: Event) -> None:
    """Tell the facility why its posting ended; when it ended the posting itself, it knows."""
    if event.actor != Clock().actor_key:
        return
    posting = Posting.objects.select_related("facility").get(pk=event.subject_id)
    facts = facts_of(posting, reason=CloseReason(event.data["reason"]))
    for address in addresses_of(posting):
        write_letter(ENDED, about=posting, to=address, context=facts, period=f"event:{event.pk}")
