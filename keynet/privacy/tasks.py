"""What the clock wakes."""

from celery import shared_task

from keynet.privacy import forgetting


@shared_task(name="privacy.forget_letter_texts")
def forget_letter_texts() -> int:
    """Wipe the texts of old letters."""
    return forgetting.forget_letter_texts()


@shared_task(name="privacy.forget_ended_sessions")
def forget_ended_sessions() -> int:
    """Delete ended logins, codes and links."""
    return forgetting.forget_ended_sessions()
