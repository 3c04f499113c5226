"""What beat wakes: shells over the functions that do it."""

from celery import shared_task

from facilities import reminding


@shared_task(name="facilities.remind_of_first_login")
def remind_of_first_login() -> int:
    """Remind those who got an account and have not logged in."""
    return reminding.remind_of_first_login()


@shared_task(name="facilities.forget_invitations")
def forget_invitations() -> int:
    """Forget whom nobody heard of after an invitation."""
    return reminding.forget_invitations()
