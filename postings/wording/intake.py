"""Who may apply, how one is trained and chosen."""

from keynet.vocabulary.choices import labels
from keynet.vocabulary.japanese import date_ja
from keynet.vocabulary.recruiting import AgeLimitReason, Document, SelectionMethod, Tag, TrainingProvider
from keynet.vocabulary.sharing import SharedWith
from keynet.vocabulary.terms import Start
from postings.models import Posting
from postings.wording.line import Line, label_of, said, sentence, wide
from postings.wording.period import hiring_word

PROVIDERS = {
    TrainingProvider.PREFECTURE: "都道府県（委託を含む）が行います",
    TrainingProvider.ASSOCIATION: "職能団体が行います",
    TrainingProvider.FACILITY: "この施設が行います",
    TrainingProvider.OTHER: "そのほかの団体が行います",
}


def licence_line(posting: Posting) -> Line:
    """Say which licence the work asks for."""
    if posting.licence == "不問":
        return Line("必要な資格", "資格は問いません")
    return Line("必要な資格", posting.licence)


def age_line(posting: Posting) -> Line:
    """Say that there is no age limit, or the lawful reason for it (労働施策総合推進法9条)."""
    if not posting.age_limit:
        return Line("年齢", "年齢の制限はありません")
    reason = posting.age_limit_reason
    law = f"例外事由 {reason_text(reason)}" if reason in AgeLimitReason else ""
    return Line("年齢", posting.age_limit, said(law, posting.age_limit_note))


def reason_text(reason: str) -> str:
    """Return 「3号イ（…場合）」."""
    found = AgeLimitReason(reason)
    return f"{found.label}（{found.explanation}）"


def tags_line(posting: Posting) -> Line:
    """Say what the facility offers or accepts beyond the terms."""
    return Line("こだわり", labels(posting.tags or [], Tag), needed=False)


def paid_note(posting: Posting) -> str:
    """Say whether the hours of training are paid; nothing when it was not said."""
    words = {True: "受講中の給与があります", False: "受講中の給与はありません"}
    return "" if posting.training_paid is None else words[posting.training_paid]


def training_line(posting: Posting) -> Line:
    """Say who trains whoever is hired, and when (a condition of the scheme)."""
    return Line(
        "研修",
        label_of(PROVIDERS, posting.training_provider),
        said(posting.training_when and f"時期：{posting.training_when}", paid_note(posting)),
    )


def steps(posting: Posting) -> tuple[tuple[str, str], ...]:
    """Say what happens from applying to the first day."""
    word = hiring_word(posting)
    methods = wide(labels(posting.selection_methods or [], SelectionMethod))
    times = f"回数は{posting.selection_times}回です" if posting.selection_times else ""
    open_until = posting.publish_to if posting.closed_at is None else None
    last_day = f"{date_ja(open_until)}まで受け付けます" if open_until else ""
    days = posting.result_days
    result = (
        f"選考から{days}日以内に、結果をメールでお知らせします" if days else "結果をメールでお知らせします"
    )
    return (
        ("応募する（5分ほど）", _full_stops(["名前、連絡先、資格を入力します", last_day])),
        ("施設から連絡が来る", "3営業日を目安に、メールか電話で連絡します。"),
        ("選考", _full_stops([methods and f"{methods}を行います", times, documents(posting)])),
        (f"{word}の連絡", _full_stops([result])),
        ("研修を受けて、勤務開始", _full_stops([start_text(posting)])),
    )


def documents(posting: Posting) -> str:
    """Say what to bring; nothing is uploaded."""
    chosen = set(posting.documents or [])
    if not chosen:
        return "応募書類は、施設からお知らせします"
    if Document.NONE in chosen:
        return "応募書類はいりません"
    return f"{labels(chosen, Document)}を面接のときにお持ちください"


def start_text(posting: Posting) -> str:
    """Say when one is trained, and from when one is wanted."""
    training = f"研修の時期：{posting.training_when}" if posting.training_when else ""
    start = sentence([first_day(posting), posting.start_note], "、")
    start = f"勤務の開始：{start}" if start else ""
    return sentence([training, start or "勤務を始める日は、施設がお知らせします"])


def first_day(posting: Posting) -> str:
    """Return 「即日」, the wished day, or 「相談して決めます」."""
    if posting.start == Start.DATED:
        return date_ja(posting.start_on) if posting.start_on else ""
    return label_of({Start.AT_ONCE: "即日", Start.NEGOTIABLE: "相談して決めます"}, posting.start)


def shared_with(posting: Posting) -> str:
    """Return the bodies that the posting is given to; only private ones can be refused (domain.md B.2)."""
    private = SharedWith.RECRUITERS
    bodies = [body for body in SharedWith if body.takes(posting.occupation)]
    return "、".join(str(body.label) for body in bodies if body != private or posting.share_with_recruiters)


def _full_stops(parts: list[str]) -> str:
    text = sentence(parts)
    return f"{text}。" if text else ""
