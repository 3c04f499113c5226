"""Every letter about applications and inquiries: to applicants (private, by secret link) and to facilities (counts only)."""

from collections.abc import Callable, Mapping
from typing import Any

from keynet.outbox.letters import LetterKind

PAGE = "https://key-net.example/applications/0123456789/"
POSTING = {"posting_number": "KN-2611-004182", "title": "感染症病棟の看護師", "facility": "さくら病院"}
APPLICATION = {**POSTING, "number": "A-2611-000123", "url": PAGE}
INQUIRY = {**POSTING, "number": "Q-2611-000045", "url": PAGE}
INBOX = {**POSTING, "number": "A-2611-000123", "url": "https://key-net.example/facility/0123/", "waiting": 3}


def _sample(*parts: Mapping[str, Any], **more: Any) -> Callable[[], Mapping[str, Any]]:
    return lambda: {key: value for part in (*parts, more) for key, value in part.items()}


def to_applicant(name: str, title: str, **more: Any) -> LetterKind:
    """A receipt or notice: sent again when its arrival is not confirmed."""
    return LetterKind(
        name=f"applications.{name}",
        title=title,
        to="応募した方",
        sample=_sample(APPLICATION, more),
        secret=True,
        private=True,
    )


def _result(name: str, title: str, text: str) -> LetterKind:
    """A step of the selection: after an unconfirmed delivery a person decides whether it is sent again."""
    return LetterKind(
        name=f"applications.{name}",
        title=title,
        to="応募した方",
        sample=_sample(APPLICATION, text=text, again=False, changes=[], answer_by=None),
        secret=True,
        private=True,
        resend_when_unknown=False,
    )


def to_facility(name: str, title: str, **more: Any) -> LetterKind:
    """A link into the console and a count; nothing about the person."""
    return LetterKind(
        name=f"applications.{name}", title=title, to="施設の採用担当", sample=_sample(INBOX, more)
    )


CODE = LetterKind(
    name="applications.code",
    title="応募・質問の確認コード",
    to="応募・質問する方",
    sample=_sample(POSTING, code="123456", minutes=30, purpose="応募"),
    secret=True,
    private=True,
    unproved=True,
)
RECEIVED = to_applicant("received", "応募の控え")
NEW_LINK = to_applicant("new_link", "応募・質問のページの新しいリンク", purpose="応募")
POSTING_ENDED = to_applicant("posting_ended", "応募した求人の募集の停止・終了", ended="終了しました")
POSTING_CHANGED = to_applicant(
    "posting_changed", "応募した求人の条件の変更", changes=[("賃金の下限", "2,300円", "2,100円")]
)

INVITED = _result("invited", "面接のご案内", "日時：12月1日（火）10時\n場所：さくら病院 2階 会議室")
OFFERED = _result("offered", "内定のお知らせ", "看護師として内定しました。")
HIRED = _result("hired", "採用のお知らせ", "12月1日から勤務をお願いします。")
NOT_SELECTED = _result("not_selected", "選考の結果", "今回は採用を見送ることになりました。")
CANCELLED = _result("cancelled", "採用の取消のお知らせ", "採用を取り消すことになりました。")

ARRIVED = to_facility("arrived", "新しい応募")
APPLICANT_REPLIED = to_facility("applicant_replied", "応募者からの返事", reply="辞退の連絡")
INQUIRY_ARRIVED = to_facility("inquiry_arrived", "新しい質問")

MESSAGE_FOR_FACILITY = to_facility("message_for_facility", "応募した方・質問した方からのメッセージ")
MESSAGE_FOR_SEEKER = to_applicant("message_for_seeker", "施設からのメッセージ")
INTERVIEW = {
    "news": "面接の日時が決まりました",
    "when": "2026年12月1日（火）10:00",
    "is_off": False,
    "goes_on": True,
}
INTERVIEW_FOR_FACILITY = to_facility("interview_for_facility", "面接の日時（施設）", **INTERVIEW)
INTERVIEW_FOR_APPLICANT = to_applicant("interview_for_applicant", "面接の日時（応募した方）", **INTERVIEW)
SLOT_WITHDRAWN = to_applicant(
    "slot_withdrawn", "面接の候補の取り下げ", when="2026年12月1日（火）10:00", left=1
)
OTHERS_OPEN = to_applicant("others_open", "採用のあとの、ほかの応募について", count=2)

INQUIRY_RECEIVED = LetterKind(
    name="applications.inquiry_received",
    title="質問の控え",
    to="質問した方",
    sample=_sample(INQUIRY),
    secret=True,
    private=True,
)
INQUIRY_ANSWERED = LetterKind(
    name="applications.inquiry_answered",
    title="質問への回答のお知らせ",
    to="質問した方",
    sample=_sample(INQUIRY),
    secret=True,
    private=True,
)
