"""The six steps of the circulars of 2021-05-06 and 2021-05-26, as a facility sees its own way."""

from facilities.models import Facility
from postings.lifecycle import PostingStatus as S

STEPS = (
    "申請",
    "初回ログインのメール",
    "初回ログイン",
    "確認・公開",
    "応募・問い合わせ",
    "公開の終了",
)
PUBLISHING, ANSWERING, ENDING = 4, 5, 6


def step_of(facility: Facility) -> int:
    """Return which step the facility is at, counted from 1; who sees it has logged in, so 4 is the least."""
    states = set(facility.postings.exclude(published_at=None).values_list("status", flat=True))
    if states & {S.PUBLISHED, S.PAUSED, S.SUSPENDED}:
        return ANSWERING
    in_preparation = facility.postings.filter(status__in=(S.DRAFT, S.SUBMITTED, S.RETURNED, S.CHECKED))
    return ENDING if S.CLOSED in states and not in_preparation.exists() else PUBLISHING
