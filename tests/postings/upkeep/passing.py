"""Days that pass in a test: the clock of the service set forward, and a postman who works or does not."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from keynet.outbox.models import Letter
from keynet.outbox.relay import run
from keynet.reactions import REACTIONS

JST = ZoneInfo("Asia/Tokyo")
START = datetime(2026, 11, 2, 10, 0, tzinfo=JST)


class Calendar:
    """What time it is for the service."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.now = START
        patch.setattr("django.utils.timezone.now", lambda: self.now)

    def pass_days(self, days: int) -> None:
        """Go on to the same hour some days later."""
        self.now += timedelta(days=days)

    def send(self) -> None:
        """Let the relay run and every waiting letter leave at this moment."""
        run(REACTIONS)
        Letter.objects.filter(status="pending").update(
            status="sent", sent_at=timezone.now(), created_at=timezone.now()
        )
