"""What the clock wakes."""

from celery import shared_task

from applications import forgetting, leaving, masking


@shared_task(name="applications.forget_unproved")
def forget_unproved() -> int:
    """Forget what nobody proved within three days."""
    return forgetting.forget_unproved()


@shared_task(name="applications.mask_ended")
def mask_ended() -> int:
    """Mask one round of the people whose posting ended so long ago."""
    return masking.mask_ended()


@shared_task(name="applications.let_go")
def let_go() -> int:
    """Make the withdrawals whose half hour is over."""
    return leaving.let_go()
