"""The facts one decides by: seven on the posting page, the same on the card in a list."""

from keynet.vocabulary.employment import ContractTerm
from keynet.vocabulary.terms import Childcare, Housing
from postings.models import Posting
from postings.wording import hours, intake, pay, period, place
from postings.wording.line import Line, said, sentence
from postings.wording.monthly import monthly
from postings.wording.sections import employment_line, occupation


def key_facts(posting: Posting, *, disclose: bool = False) -> list[Line]:
    """Return the seven facts with their icons, the pay first."""
    return [
        Line("給与", pay.wage(posting), said(*monthly(posting), posting.wage_note), icon="yen"),
        Line("勤務地", place.city(posting), place.access_notes(posting, disclose), icon="pin"),
        Line("日数・時間", hours.days(posting), said(_times(posting)), icon="clock"),
        _period(posting),
        _footing(posting),
        _training(posting),
        _support(posting),
    ]


def card_facts(posting: Posting, *, disclose: bool = False) -> list[Line]:
    """Return the same facts for a list, each on one line."""
    access = sentence(place.access_notes(posting, disclose), "、")
    training = intake.training_line(posting)
    return [
        Line("職種", occupation(posting)),
        Line("雇用形態", _employment(posting)),
        Line("勤務地", period.bracketed(place.city(posting), access)),
        Line("日数・時間", sentence([hours.days(posting), _times(posting)], "、")),
        Line("期間", _whole_period(posting)),
        Line("研修", sentence([training.text, *training.notes])),
    ]


def _times(posting: Posting) -> str:
    return sentence(hours.shifts(posting), "、") or posting.hours_note or hours.pattern(posting)


def _employment(posting: Posting) -> str:
    return employment_line(posting).text


def _whole_period(posting: Posting) -> str:
    if posting.contract_term == ContractTerm.OPEN_ENDED:
        return "期間の定めなし"
    return period.span(posting, short=False)


def _period(posting: Posting) -> Line:
    label = "任期" if period.is_appointment(posting) else "期間"
    if posting.contract_term == ContractTerm.OPEN_ENDED:
        return Line(label, "期間の定めなし", icon="calendar")
    notes = said(sentence([period.length(posting), *period.renewal_notes(posting)[:1]]))
    return Line(label, period.span(posting, short=True), notes, icon="calendar")


def _footing(posting: Posting) -> Line:
    label = "任用・資格" if period.is_appointment(posting) else "雇用・資格"
    licence = intake.licence_line(posting).text
    needed = licence if not posting.licence or posting.licence == "不問" else f"{licence}が必要です"
    return Line(label, _employment(posting), said(needed), icon="licence")


def _training(posting: Posting) -> Line:
    line = intake.training_line(posting)
    return Line(line.label, line.text, line.notes, icon="book")


def _support(posting: Posting) -> Line:
    """Say what helps one to come: a place to live, care for children, then what the facility stresses."""
    offered = [
        posting.get_housing_display() if posting.housing not in ("", Housing.NONE) else "",
        posting.get_childcare_display() if posting.childcare not in ("", Childcare.NONE) else "",
    ]
    tags = intake.tags_line(posting).text
    text = sentence((f"宿舎：{offered[0]}" if offered[0] else "", offered[1]), "、")
    return Line("支援", text or tags or "記載なし", said(tags if text else ""), icon="home")
