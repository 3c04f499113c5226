"""For how long: contract, renewal and its limit, probation (職業安定法施行規則4条の2第3項)."""

from datetime import date, timedelta

from keynet.vocabulary.employment import ContractTerm, EmploymentBasis, Probation, Renewal, RenewalLimit
from keynet.vocabulary.japanese import date_ja
from postings.models import Posting
from postings.wording.line import Line, label_of, said

RENEWALS = {
    Renewal.NONE: "契約の更新はありません",
    Renewal.USUAL: "原則として更新します",
    Renewal.CONDITIONAL: "条件により更新する場合があります",
}
LIMITS = {
    RenewalLimit.NONE: "更新の上限はありません",
    RenewalLimit.YEARS: "通算の契約期間に上限があります",
    RenewalLimit.TIMES: "更新の回数に上限があります",
}
PROBATIONS = {
    Probation.NONE: "ありません",
    Probation.SAME_TERMS: "あります。期間中の条件は同じです",
    Probation.OTHER_TERMS: "あります。期間中は条件が異なります",
}


def is_appointment(posting: Posting) -> bool:
    """Return whether one becomes a public servant: the words are then 任用 and 任期."""
    return posting.employment_basis == EmploymentBasis.PUBLIC_SERVICE


def hiring_word(posting: Posting) -> str:
    """Return 採用, or 任用 for public servants."""
    return EmploymentBasis.PUBLIC_SERVICE.hiring_word if is_appointment(posting) else "採用"


def bracketed(text: str, note: str) -> str:
    """Return the text with the note behind it in brackets; without a text there is nothing to explain."""
    return f"{text}（{note}）" if text and note else text


def contract_line(posting: Posting) -> Line:
    """Say the contract's term with renewal and its limit."""
    label = "任期" if is_appointment(posting) else "契約の期間"
    if posting.contract_term == ContractTerm.OPEN_ENDED:
        return Line(label, "期間の定めはありません")
    return Line(label, span(posting, short=False), renewal_notes(posting))


def renewal_notes(posting: Posting) -> tuple[str, ...]:
    """Say whether, by what standard and how often a fixed term is renewed."""
    renewal = bracketed(label_of(RENEWALS, posting.renewal), posting.renewal_note)
    limit = bracketed(label_of(LIMITS, posting.renewal_limit), posting.renewal_limit_note)
    return said(renewal, "" if posting.renewal == Renewal.NONE else limit)


def probation_line(posting: Posting) -> Line:
    """Say whether there is a 試用期間 (条件付採用期間 for public servants) and what holds in it."""
    label = "条件付採用の期間" if is_appointment(posting) else "試用期間"
    return Line(label, bracketed(label_of(PROBATIONS, posting.probation), posting.probation_note))


def span(posting: Posting, *, short: bool) -> str:
    """Return 「2026年12月1日〜2027年2月28日」; `short` leaves the years out when they cannot be mistaken."""
    first, last = posting.contract_from, posting.contract_to
    if first is None or last is None:
        return ""
    if short and timedelta(0) <= last - first < timedelta(days=300):
        return f"{first.month}月{first.day}日〜{last.month}月{last.day}日"
    return f"{_without_weekday(first)}〜{_without_weekday(last)}"


def length(posting: Posting) -> str:
    """Return 「3か月」 or 「45日間」; months only when they are whole."""
    first, last = posting.contract_from, posting.contract_to
    if first is None or last is None or last < first:
        return ""
    after = last + timedelta(days=1)
    months = (after.year - first.year) * 12 + after.month - first.month
    if after.day != first.day or not months:
        return f"{(after - first).days}日間"
    years, rest = divmod(months, 12)
    return (f"{years}年" if years else "") + (f"{rest}か月" if rest else "")


def _without_weekday(day: date) -> str:
    return date_ja(day).partition("（")[0]
