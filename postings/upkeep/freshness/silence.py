"""How long a facility has been silent, read from the letters that really left: a machine that was off asks nobody."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from keynet.outbox.models import Letter
from keynet.outbox.models.event import subject_key
from postings.models import Posting
from postings.upkeep.freshness.letters import STILL_TRUE, round_of
from postings.upkeep.freshness.rhythm import EVERY, SILENCES


def quiet_before(today: date) -> datetime:
    """Return the moment in Japan: what was said, or written, before it is at least 14 days old today."""
    return timezone.make_aware(datetime.combine(today - EVERY + timedelta(days=1), time.min))


@dataclass(frozen=True)
class Silence:
    """How often the facility was asked since it last spoke, and when the last of these letters left."""

    times: int
    # None while no letter of the last time has left: it waits, or the addresses are wrong, which is for a person.
    heard_nothing_since: datetime | None

    def is_over(self, today: date) -> bool:
        """Return whether the next step is due: 14 days (in Japan) after the last letter left."""
        since = self.heard_nothing_since
        return since is not None and timezone.localdate(since) + EVERY <= today

    @property
    def is_final(self) -> bool:
        """Return whether the facility has been asked as often as it is asked."""
        return self.times >= SILENCES


def silence_of(posting: Posting) -> Silence:
    """Return how often the present terms have been asked about, and since when nobody has answered."""
    written = Letter.objects.filter(
        kind=STILL_TRUE.name, subject=subject_key(posting), period__startswith=round_of(posting)
    )
    sent: dict[int, list[datetime]] = {}
    for period, left_at in written.values_list("period", "sent_at"):
        sent.setdefault(int(period.rpartition("#")[2]), []).extend([left_at] if left_at else [])
    if not sent:
        return Silence(0, posting.terms_as_of)
    times = max(sent)
    return Silence(times, max(sent[times], default=None))


def is_asked(posting: Posting) -> bool:
    """Return whether the facility should look at its posting again: nothing was said of it for 14 days."""
    spoke_at = posting.terms_as_of if posting.is_live else None
    return spoke_at is not None and timezone.localdate(spoke_at) + EVERY <= timezone.localdate()
