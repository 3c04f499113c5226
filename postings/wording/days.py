"""Until when one can apply, and since when the posting has been public."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from keynet.templatetags.japanese import days_left
from keynet.vocabulary.japanese import weekday
from postings.models import Posting

NEAR = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class CardDays:
    """The foot of a card: 「12月1日（火）」, 「あと6日」, whether that is near, and 「11月20日」 or ""."""

    last: str
    left: str
    near: bool
    published: str


def card_days(posting: Posting) -> CardDays | None:
    """Return the days of a card; nothing while its last day is open."""
    last = posting.publish_to
    if last is None:
        return None
    published = _day(timezone.localdate(posting.published_at)) if posting.published_at else ""
    return CardDays(f"{_day(last)}（{weekday(last)}）", days_left(last), closes_soon(posting), published)


def closes_soon(posting: Posting) -> bool:
    """Return whether the last day is at most three days off, which is then shown in red."""
    return posting.publish_to is not None and posting.publish_to - timezone.localdate() <= NEAR


def _day(day: date) -> str:
    return f"{day.month}月{day.day}日"
