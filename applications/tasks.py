"""What the clock wakes."""

from celery import shared_task

from applications import forgetting


@shared_task(name="applications.forget_unproved")
def forget_unproved() -> int:
    """Forget what nobody proved within three days."""
    return forgetting.forget_unproved()
