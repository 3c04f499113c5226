"""What beat wakes: shells over the functions of the saved conditions."""

from celery import shared_task

from postings.alerts.conditions import digest, forgetting


@shared_task(name="alerts.write_digests")
def write_digests() -> int:
    """Write the morning's letters, for the length of one round."""
    return digest.write_digests()


@shared_task(name="alerts.forget_unstarted")
def forget_unstarted() -> int:
    """Forget conditions that nobody said yes to."""
    return forgetting.forget_unstarted()
