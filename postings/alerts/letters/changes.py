"""The letters to everybody who was told: applications stop, start again, or have ended."""

from functools import partial

from keynet.outbox.letters import LetterKind
from keynet.outbox.models import Letter
from postings.alerts.letters.facts import sample_facts
from postings.alerts.recipients import is_still_recipient
from postings.lifecycle import PostingStatus
from postings.models import Posting


def _is_still_true(state: PostingStatus, letter: Letter) -> bool:
    """A letter tells a state and goes only while it holds: a pause may be over before its letter leaves."""
    holds = Posting.objects.filter(pk=letter.subject_id, status=state).exists()
    return holds and is_still_recipient(letter.recipient, is_recruiter=bool(letter.stop_url))


def _change(name: str, title: str, state: PostingStatus) -> LetterKind:
    return LetterKind(
        f"alerts.{name}",
        title,
        "新着を知らせた宛先",
        sample_facts,
        still_wanted=partial(_is_still_true, state),
    )


PAUSED = _change("paused", "募集の停止", PostingStatus.PAUSED)
SUSPENDED = _change("suspended", "掲載の停止", PostingStatus.SUSPENDED)
CLOSED = _change("closed", "募集の終了", PostingStatus.CLOSED)
RESUMED = _change("resumed", "応募の受け付けの再開", PostingStatus.PUBLISHED)
