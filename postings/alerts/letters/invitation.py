"""The letter that asks a recruiter whether it wants to be told: nothing else is sent before its own yes."""

from typing import Any

from keynet.outbox.letters import LetterKind
from keynet.outbox.models import Letter
from postings.alerts.lifecycle import RecruiterStatus
from postings.alerts.models import Recruiter


def _sample() -> dict[str, Any]:
    recruiter = Recruiter(company="見本人材紹介株式会社", occupations=["nurse"], prefectures=["14"])
    return {"recruiter": recruiter, "url": "https://example.jp/recruiters/opt-in/…/", "days": 14}


def _is_still_asked(letter: Letter) -> bool:
    return Recruiter.objects.filter(pk=letter.subject_id, status=RecruiterStatus.INVITED).exists()


INVITATION = LetterKind(
    "alerts.recruiter_invited",
    "新着連絡の受け取りの確認",
    "民間職業紹介事業者",
    _sample,
    secret=True,
    still_wanted=_is_still_asked,
)
