"""Letters to facilities about the data of their applicants: that it goes next month, that somebody read it."""

from datetime import date
from typing import Any

from applications.models.reading_alarm import Unusual
from keynet.outbox.letters import LetterKind

URL = "https://key-net.example/facility/0123/"
ANNOUNCED: dict[str, Any] = {
    "facility": "さくら病院",
    "month": date(2026, 12, 1),
    "first": date(2026, 12, 5),
    "rows": 12,
    "url": URL,
}
OPENED: dict[str, Any] = {"number": "A-2611-000123", "body": "運営事務局", "url": URL}

UNUSUAL: dict[str, Any] = {
    "facility": "さくら病院",
    "what": Unusual.MANY.label,
    "day": date(2026, 12, 1),
    "url": URL,
}

MASKING_ANNOUNCED = LetterKind(
    name="applications.masking_announced",
    title="応募者の個人情報を消す日のお知らせ",
    to="施設の管理者",
    sample=lambda: ANNOUNCED,
)
OPENED_IN_EMERGENCY = LetterKind(
    name="applications.opened_in_emergency",
    title="応募者の情報が緊急に閲覧されたお知らせ",
    to="施設の管理者",
    sample=lambda: OPENED,
)
UNUSUAL_READING = LetterKind(
    name="applications.unusual_reading",
    title="応募者の情報のいつもと違う閲覧のお知らせ",
    to="施設の管理者",
    sample=lambda: UNUSUAL,
)
ACCOUNT_ENDS = LetterKind(
    name="account.ends",
    title="アカウントを消す前のお知らせ",
    to="アカウントをお持ちの求職者",
    sample=lambda: {"ends": date(2026, 12, 20), "url": "https://key-net.example/account/login/"},
    private=True,
)
