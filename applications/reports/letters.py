"""The letter that reminds a facility of trainings nobody has reported: numbers, never names."""

from datetime import date
from typing import Any

from applications.models import Hire
from keynet.outbox.letters import LetterKind
from keynet.outbox.models import Letter


def _sample() -> dict[str, Any]:
    return {
        "facility": "さくら病院",
        "posting_number": "KN-2611-004182",
        "title": "感染症病棟の看護師",
        "hires": [("A-2611-000123", date(2026, 11, 24))],
        "url": "https://key-net.example/facility/0123/hires/",
    }


def _is_unreported(letter: Letter) -> bool:
    return Hire.objects.active().filter(posting_id=letter.subject_id, training_report=None).exists()


TRAINING_DUE = LetterKind(
    name="reports.training_due",
    title="研修の受講報告のお願い",
    to="施設の担当者",
    sample=_sample,
    still_wanted=_is_unreported,
)
