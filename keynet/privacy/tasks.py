"""What the clock wakes."""

from pathlib import Path

from celery import shared_task
from django.conf import settings

from keynet.privacy import forgetting, ledger


@shared_task(name="privacy.forget_letter_texts")
def forget_letter_texts() -> int:
    """Wipe the texts of old letters."""
    return forgetting.forget_letter_texts()


@shared_task(name="privacy.forget_ended_sessions")
def forget_ended_sessions() -> int:
    """Delete ended logins, codes and links."""
    return forgetting.forget_ended_sessions()


@shared_task(name="privacy.copy_erasures")
def copy_erasures() -> int:
    """Take the ledger of erasures out of the database."""
    return ledger.export(Path(settings.ERASURES_FILE))
