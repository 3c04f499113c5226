"""月額の目安: what hourly or daily pay comes to in a month, with its sum, so that offers can be compared."""

from decimal import ROUND_HALF_UP, Decimal

from keynet.vocabulary.money import yen, yen_range
from keynet.vocabulary.terms import WageType, WorkDays
from postings.models import Posting
from postings.wording import hours

WEEKS, MONTHS = 52, 12


def monthly(posting: Posting) -> tuple[str, ...]:
    """Return 「月額の目安 約232,000円」 and its sum 「2,300円×7.75時間×週3日×52週÷12か月。…」.

    Nothing when it cannot be computed: no fixed number of days, shifts of different lengths, an unknown break, or a kind of
    pay that a month does not multiply.
    """
    if posting.wage_min is None or posting.wage_type not in (WageType.HOURLY, WageType.DAILY):
        return ()
    a_day, said_day = _a_day(posting)
    a_month, said_month = _days(posting)
    if not a_day or not a_month:
        return ()
    low = _round(posting.wage_min * a_day * a_month)
    high = _round((posting.wage_max or posting.wage_min) * a_day * a_month)
    formula = "×".join(filter(None, (yen(posting.wage_min), said_day, said_month)))
    return (
        f"月額の目安 約{yen_range(low, high)}",
        f"{formula}。手当と残業を含まず、税などを引く前の額です",
    )


def _a_day(posting: Posting) -> tuple[Decimal, str]:
    """Return how many times the wage is paid a day, and how that is said; 0 when it cannot be known."""
    if posting.wage_type == WageType.DAILY:
        return Decimal(1), ""
    minutes = hours.paid_minutes(posting)
    if not minutes:
        return Decimal(0), ""
    length = (Decimal(minutes) / 60).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return Decimal(minutes) / 60, f"{length.normalize():f}時間"


def _days(posting: Posting) -> tuple[Decimal, str]:
    """Return the days of a month and how they are counted; 0 when they are not fixed."""
    count = posting.work_days_count or 0
    if posting.work_days == WorkDays.PER_WEEK:
        return Decimal(count) * WEEKS / MONTHS, f"週{count}日×{WEEKS}週÷{MONTHS}か月"
    if posting.work_days == WorkDays.PER_MONTH:
        return Decimal(count), f"月{count}日"
    return Decimal(0), ""


def _round(amount: Decimal) -> int:
    """Return the amount to the nearest thousand yen: more would pretend to know the month."""
    return int((amount / 1000).quantize(Decimal(1), ROUND_HALF_UP)) * 1000
