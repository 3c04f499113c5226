"""The letters that keep a posting true: is it current, its last day comes, it has ended by itself."""

from datetime import date
from functools import partial
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from keynet.outbox.letters import LetterKind
from keynet.outbox.models import Letter
from keynet.vocabulary.recruiting import CloseReason
from postings.lifecycle import OPEN, PostingStatus
from postings.models import Posting

TO_FACILITY = "施設の担当者"
URL = "https://key-net.example/postings/current/0123456789/"


def round_of(posting: Posting) -> str:
    """Return the word for the time since the facility last spoke: letters of an earlier time count no more."""
    assert posting.terms_as_of  # what is public has been written at some time
    return f"{posting.terms_as_of:%Y%m%dT%H%M%S.%f}"


def facts_of(posting: Posting, **more: Any) -> dict[str, Any]:
    """Return what the letters say of a posting to its own facility."""
    console = reverse("facility:posting", args=[posting.facility.public_id, posting.number])
    return {
        "facility": str(posting.facility),
        "number": posting.number,
        "title": posting.title,
        "publish_to": posting.publish_to,
        "terms_as_of": posting.terms_as_of,
        "console_url": settings.SITE_URL + console,
        **more,
    }


def _sample(**more: Any) -> dict[str, Any]:
    facts = {"facility": "さくら病院", "number": "KN-2611-004182", "title": "感染症病棟の看護師"}
    last = {"publish_to": date(2026, 12, 15), "terms_as_of": timezone.now(), "console_url": URL, "url": URL}
    return {**facts, **last, **more}


def _is_unanswered(letter: Letter) -> bool:
    posting = Posting.objects.filter(pk=letter.subject_id, status=PostingStatus.PUBLISHED).first()
    return posting is not None and letter.period.startswith(round_of(posting))


def _is_last_day(letter: Letter) -> bool:
    found = Posting.objects.filter(pk=letter.subject_id, status__in=OPEN, publish_to=letter.period)
    return found.exists()


STILL_TRUE = LetterKind(
    name="postings.still_true",
    title="掲載内容の確認（内容は最新ですか）",
    to=TO_FACILITY,
    sample=partial(_sample, times=1, ends_on=date(2026, 12, 19)),
    secret=True,
    still_wanted=_is_unanswered,
)
LAST_DAYS = LetterKind(
    name="postings.last_days",
    title="公開終了予定日のお知らせ",
    to=TO_FACILITY,
    sample=_sample,
    secret=True,
    still_wanted=_is_last_day,
)
ENDED = LetterKind(
    name="postings.ended",
    title="募集の自動終了のお知らせ",
    to=TO_FACILITY,
    sample=partial(_sample, reason=CloseReason.UNCONFIRMED),
)
