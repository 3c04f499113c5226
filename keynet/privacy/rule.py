"""One line of the table of retention (retention.py)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone


@dataclass(frozen=True)
class Rule:
    """What is kept for how long, from when, what remains, and who ends it (an entry of keynet/schedule.py, or a verb)."""

    name: str
    what: str
    days: int | str  # a number, the name of a setting, or 0: at once or as long as `since` says
    since: str
    remains: str
    by: str
    columns: dict[str, str]

    @property
    def period(self) -> timedelta:
        """Return for how long; settings are read when asked, not when the process starts."""
        return timedelta(days=self.days if isinstance(self.days, int) else getattr(settings, self.days))

    @property
    def words(self) -> str:
        """Return the period as people read it: years, days, or nothing where `since` says it all."""
        days = self.period.days
        return f"{days // 365}年" if days >= 2 * 365 else f"{days}日" if days else ""

    def before(self) -> datetime:
        """Return the time before which the data's time is over."""
        return timezone.now() - self.period
