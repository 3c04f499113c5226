"""What beat wakes: shells over the same functions that pages call."""

from celery import shared_task

from postings.check.letters import tell_officers_what_is_due
from postings.upkeep import forgetting
from postings.upkeep.expiry import close_expired


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
