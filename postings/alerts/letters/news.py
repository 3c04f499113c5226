"""The letters of publication: who is told, by which letter, and when. A new circle of recipients is one more entry."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from facilities.models import DeskAddress
from keynet.outbox.letters import LetterKind
from keynet.outbox.models import Letter
from postings.alerts import recipients
from postings.alerts.letters.facts import sample_facts
from postings.alerts.models import Recruiter
from postings.models import Posting
from postings.upkeep.announced import concerns_nurse_centers


@dataclass(frozen=True)
class Audience:
    """One circle: `who` gives its rows for a posting, `when` says whether the posting concerns it at all."""

    kind: LetterKind
    who: Callable[[Posting], "QuerySet[DeskAddress] | QuerySet[Recruiter]"]
    when: Callable[[Posting], bool]

    def of(self, posting: Posting) -> "QuerySet[Any]":
        """Return the recipients of news about a posting."""
        found: QuerySet[Any] = self.who(posting)
        return found if self.when(posting) else found.none()


def _is_still_wanted(letter: Letter) -> bool:
    """Ask just before sending: the posting takes applications and the recipient is still in the circle."""
    posting = Posting.objects.live().filter(pk=letter.subject_id).first()
    audience = next(audience for audience in AUDIENCES if audience.kind.name == letter.kind)
    return posting is not None and audience.of(posting).filter(address=letter.recipient).exists()


def _news(name: str, title: str, to: str) -> LetterKind:
    return LetterKind(f"alerts.{name}", title, to, sample_facts, still_wanted=_is_still_wanted)


def _always(posting: Posting) -> bool:
    return True


def _is_shared(posting: Posting) -> bool:
    return posting.share_with_recruiters


AUDIENCES = (
    Audience(
        _news("new_for_prefecture", "新着の募集（都道府県・調整本部）", "都道府県"),
        recipients.prefectures,
        when=_always,
    ),
    Audience(
        _news("new_for_nurse_center", "新着の募集（看護職）", "ナースセンター"),
        recipients.nurse_centers,
        when=concerns_nurse_centers,
    ),
    Audience(
        _news("new_for_recruiter", "新着の募集（民間職業紹介事業者）", "民間職業紹介事業者"),
        recipients.recruiters,
        when=_is_shared,
    ),
)

NEWS = tuple(audience.kind.name for audience in AUDIENCES)
"""Names of the letters by which somebody first hears of a posting."""
