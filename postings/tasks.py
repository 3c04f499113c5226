"""What beat wakes: shells over the same functions that pages call."""

from celery import shared_task

from postings.check.letters import tell_officers_what_is_due
from postings.complaints import masking
from postings.search import upkeep as search_upkeep
from postings.upkeep import forgetting
from postings.upkeep.expiry import close_expired
from postings.upkeep.freshness import asking


@shared_task(name="postings.queue_of_the_day")
def queue_of_the_day() -> int:
    """Write each officer what has to be answered today."""
    return tell_officers_what_is_due()


@shared_task(name="postings.close_expired")
def close_expired_postings() -> int:
    """Close what was public until yesterday."""
    return close_expired()


@shared_task(name="postings.forget_abandoned")
def forget_abandoned() -> int:
    """Forget registrations that were never handed in."""
    return forgetting.forget_abandoned()


@shared_task(name="postings.ask_and_end")
def ask_and_end() -> int:
    """Ask facilities what is still true, and end what nobody stands by."""
    return asking.ask_and_end()


@shared_task(name="postings.remind_of_last_days")
def remind_of_last_days() -> int:
    """Remind facilities of the last days of their postings."""
    return asking.remind_of_last_days()


@shared_task(name="postings.mask_complaints")
def mask_complaints() -> int:
    """Forget who reported what was settled long ago."""
    return masking.mask_settled()


@shared_task(name="postings.compact_tallies")
def compact_tallies() -> bool:
    """Add up the counts of the search."""
    return search_upkeep.compact()
