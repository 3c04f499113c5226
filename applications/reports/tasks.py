"""What beat wakes: shells over the making of files and over the reminders."""

from celery import shared_task

from applications.reports import making, reminding

AN_HOUR = 60 * 60


# A million rows take minutes. Acknowledged at once: the row knows whether its worker lives, the broker need not.
@shared_task(name="reports.make_exports", time_limit=AN_HOUR, soft_time_limit=AN_HOUR - 60, acks_late=False)
def make_exports() -> bool:
    """Make the next file that waits."""
    return making.make_next()


@shared_task(name="reports.forget_exports")
def forget_exports() -> int:
    """Delete files whose day is over."""
    return making.forget_outlived()


@shared_task(name="reports.remind_of_training")
def remind_of_training() -> int:
    """Remind the facilities whose reminder is due today."""
    return reminding.remind_of_training()
