"""Step 3 of the path: who got an account has logged in."""

from facilities.models import Registration
from keynet.outbox.models import Event


def note_first_login(event: Event) -> None:
    """Write the time into the registrations that gave the person the account; the office stops offering a new link."""
    Registration.objects.filter(account=event.subject_id, first_login_at=None).update(first_login_at=event.at)
