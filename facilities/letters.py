"""Every letter about a registration, to the clerk who fills it in."""

from datetime import date
from typing import Any

from keynet.outbox.letters import LetterKind

PAGE = "https://key-net.example/registration/0123456789/"
REASONS = [("給与・保険", "賃金の下限", "最低賃金を下回っています。金額を直してください。")]


def _to_clerk(
    name: str, title: str, *, secret: bool = False, unproved: bool = False, **sample: Any
) -> LetterKind:
    facts: dict[str, Any] = {"number": "R-2611-000123", "facility": "さくら病院", **sample}
    return LetterKind(
        name=f"facilities.{name}",
        title=title,
        to="募集を申請した担当者",
        sample=lambda: facts,
        secret=secret,
        unproved=unproved,
    )


KEPT = _to_clerk(
    "registration_kept", "申請の一時保存（入力を続けるリンク）", secret=True, unproved=True, url=PAGE, days=30
)
PROVE = _to_clerk(
    "registration_prove", "申請のメールアドレスの確認", secret=True, unproved=True, url=PAGE, hours=24
)
RECEIVED = _to_clerk("registration_received", "申請の受付", due_on=date(2026, 11, 25))
RETURNED = _to_clerk(
    "registration_returned",
    "申請の差戻し（不備のある項目と理由）",
    secret=True,
    url=PAGE,
    days=30,
    reasons=REASONS,
    note="",
)
REJECTED = _to_clerk("registration_rejected", "申請の受付不可", reason="Key-Netの対象ではない募集です。")
CONFIRMED = _to_clerk(
    "registration_confirmed", "初回ログインの案内", secret=True, url=PAGE, days=7, has_account=False
)
JOINED = _to_clerk("registration_joined", "申請の確認（施設はすでに登録済み）")
REMINDED = _to_clerk("first_login_reminder", "初回ログインのお願い", secret=True, url=PAGE, days=7)
INVITED = LetterKind(
    name="facilities.invited",
    title="施設への招待",
    to="招待された方",
    sample=lambda: {
        "facilities": ["さくら病院"],
        "role": "担当者",
        "url": PAGE,
        "days": 7,
        "is_reissue": False,
    },
    secret=True,
    unproved=True,
)
MEMBERSHIP_ENDED = LetterKind(
    name="facilities.membership_ended",
    title="施設の職員でなくなったお知らせ",
    to="施設を離れた方",
    sample=lambda: {"facility": "さくら病院", "left": False},
)
ACCESS_REISSUED = LetterKind(
    name="facilities.access_reissued",
    title="アクセスの再発行のお知らせ",
    to="施設の管理者",
    sample=lambda: {"facility": "さくら病院", "url": PAGE},
)
ADDRESS_CHANGED = LetterKind(
    name="facilities.address_changed",
    title="登録アドレスの変更のお知らせ",
    to="施設の管理者、前と新しい登録アドレス",
    sample=lambda: {"facility": "さくら病院", "asked": False},
)
