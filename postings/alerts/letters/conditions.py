"""The letters to people who saved conditions: one that asks, and one a morning with what is new for them."""

import re
from typing import Any

from keynet.outbox.letters import LetterKind
from keynet.outbox.models import Letter
from postings.alerts.models import SavedCondition
from postings.models import Posting

READERS = "仕事をさがす方"
PAGE = "https://key-net.example/alerts/12~0123456789/"
NUMBER = re.compile(r"KN-\d{4}-(\d{6,12})")


def _sample_question() -> dict[str, Any]:
    return {"condition": "看護師、神奈川県", "frequency": "毎日", "url": f"{PAGE}start/", "days": 7}


def _sample_digest() -> dict[str, Any]:
    posting = {
        "title": "感染症病棟の看護師",
        "facility": "見本病院",
        "place": "神奈川県横浜市中区",
        "wage": "時給2,300円〜2,800円",
        "employment": "非常勤",
        "publish_to": "12月21日（月）",
        "number": "KN-2611-004182",
        "url": "https://key-net.example/postings/KN-2611-004182/",
        "reasons": ["看護師、神奈川県"],
    }
    condition = {"words": "看護師、神奈川県", "count": 1, "url": "https://key-net.example/postings/nurse/14/"}
    return {
        "postings": [posting],
        "total": 1,
        "more": 0,
        "conditions": [condition],
        "manage_url": PAGE,
        "stop_url": f"{PAGE}stop/",
    }


def _is_still_wanted(letter: Letter) -> bool:
    """Ask just before sending: some condition goes on, and some posting of the letter still takes applications."""
    told = [int(serial) for serial in NUMBER.findall(letter.body)]
    wanted = SavedCondition.objects.wanted().filter(subscriber=letter.subject_id)
    return wanted.exists() and Posting.objects.live().filter(pk__in=told).exists()


ASKED = LetterKind(
    "alerts.condition_asked",
    "条件お知らせを始める確認",
    READERS,
    _sample_question,
    secret=True,
    private=True,
    unproved=True,
)
DIGEST = LetterKind(
    "alerts.digest",
    "条件お知らせ（新しい求人）",
    READERS,
    _sample_digest,
    secret=True,
    private=True,
    still_wanted=_is_still_wanted,
)
