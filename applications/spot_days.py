"""The single days of a hire: each asks for so many people, and nobody works at two places at once (domain.md C.5).

Called by `hiring`, which holds the posting's lock. The CHECK on the posting refuses a day too many, the trigger on
`HireDay` a person who works elsewhere in the organisation at that time: it alone sees what another transaction holds.
"""

from collections.abc import Collection
from datetime import date

from django.db import IntegrityError, transaction

from applications.models import Hire, HireDay
from applications.refused import CannotHire
from keynet.vocabulary.japanese import date_ja
from postings.models import Posting
from postings.models.days import Day, key_of

NO_DAY = "勤務日を1つ以上選んでください"
GONE = "選んだ勤務日は、募集の内容が変わったため、なくなりました。勤務日を選び直してください"
FULL = (
    "{day}は、必要人数（{headcount}名）に達しています。ほかの勤務日を選ぶか、先に必要人数を増やしてください"
)
ALL_FULL = "すべての勤務日が、必要人数に達しています。先に勤務日の必要人数を増やしてください"
AT_ONCE = (
    "この方は、選んだ勤務日と重なる時間に、この施設か同じ設置者の施設ですでに採用されています。"
    "重ならない勤務日を選んでください"
)
AT_ONE_PLACE = "hire_day_at_one_place"


def left_on(posting: Posting, day: Day) -> int:
    """Return how many more people a day asks for."""
    return max(0, int(day["headcount"]) - posting.filled_days.get(key_of(day), 0))


def full(posting: Posting) -> str:
    """Return the sentence for a posting whose days are all taken; empty while one has a place, or without days."""
    is_full = posting.spot_dates and not any(left_on(posting, day) for day in posting.spot_dates)
    return ALL_FULL if is_full else ""


def take(hire: Hire, posting: Posting, keys: Collection[str]) -> None:
    """Give the hire its days and count them; the caller saves the posting. Raises CannotHire."""
    lines = {key_of(day): day for day in posting.spot_dates}
    if lines and not keys:
        raise CannotHire(NO_DAY)
    for key in keys:
        if key not in lines:
            raise CannotHire(GONE)
        if not left_on(posting, lines[key]):
            raise CannotHire(FULL.format(day=_day(lines[key]), headcount=lines[key]["headcount"]))
    try:
        with transaction.atomic():
            HireDay.objects.bulk_create(_row(hire, lines[key]) for key in sorted(set(keys)))
    except IntegrityError as refused:
        diagnosis = getattr(refused.__cause__, "diag", None)
        if diagnosis is None or diagnosis.constraint_name != AT_ONE_PLACE:
            raise
        raise CannotHire(AT_ONCE) from refused
    for key in set(keys):
        posting.filled_days[key] = posting.filled_days.get(key, 0) + 1


def give_back(hire: Hire, posting: Posting) -> None:
    """Free the days of a hire that is taken back; the caller saves the posting."""
    for day in hire.days.all():
        posting.filled_days[day.key] -= 1
        if not posting.filled_days[day.key]:
            del posting.filled_days[day.key]


def _row(hire: Hire, day: Day) -> HireDay:
    return HireDay(hire=hire, on=date.fromisoformat(day["on"]), starts=day["starts"], ends=day["ends"])


def _day(day: Day) -> str:
    return date_ja(date.fromisoformat(day["on"]))
