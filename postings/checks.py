"""The one check of a posting: what is missing (it stops) and what to look at again (it asks).

The forms, the confirm screen, handing in and the office's check list all read these.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from keynet.vocabulary.employment import ContractTerm
from keynet.vocabulary.mistakes import Notice
from keynet.vocabulary.recruiting import AgeLimitReason, NameVisibility
from keynet.vocabulary.terms import FixedOvertime, Overtime, WageType
from keynet.vocabulary.text_checks import check_text
from keynet.vocabulary.wage_checks import FixedOvertimePay, check_fixed_overtime, check_minimum_wage
from postings.forms.block import BlockForm
from postings.forms.blocks import BLOCK_FORMS
from postings.lifecycle import PostingStatus
from postings.models import Posting
from postings.wages import minimum_wage

FREE_TEXTS = {
    "work": ("title", "duties", "duties_scope_note", "department_note", "workplace_scope_note", "access"),
    "conditions": (
        "renewal_note",
        "probation_note",
        "hours_note",
        "break_note",
        "night_note",
        "holidays_note",
        "start_note",
    ),
    "pay": ("wage_note",),
    "intake": ("training_when",),
}
OPEN_ENDED_REASONS = frozenset(
    {AgeLimitReason.RETIREMENT_AGE, AgeLimitReason.LONG_TERM_CAREER, AgeLimitReason.SKILL_SUCCESSION}
)


@dataclass(frozen=True, slots=True)
class Warning:
    """Something to look at again: the block and field it stands in, and what to do."""

    block: str
    field: str
    sentence: str


def rechecked(posting: Posting) -> dict[str, BlockForm]:
    """Return every block's form, asked in full about the stored terms."""
    return {block: form.rechecked(posting) for block, form in BLOCK_FORMS.items()}


def missing(posting: Posting) -> dict[str, dict[str, str]]:
    """Return what stops handing in: block → field → the form's own sentence; empty when nothing does."""
    gaps = {block: form.first_errors() for block, form in rechecked(posting).items()}
    return {block: fields for block, fields in gaps.items() if fields}


def warnings(posting: Posting) -> list[Warning]:
    """Return what only asks; a person decides (domain.md B.5)."""
    return [
        *_of_texts(posting),
        *_of_wages(posting, timezone.localdate()),
        *_of_rest(posting),
        *_of_terms(posting),
        *_of_duplicates(posting),
    ]


def warnings_at(posting: Posting, block: str) -> dict[str, list[str]]:
    """Return what only asks about one block that has been saved: field → sentences, to stand beside the questions."""
    found: dict[str, list[str]] = {}
    for warning in warnings(posting) if block in posting.saved_blocks else ():
        if warning.block == block:
            found.setdefault(warning.field, []).append(warning.sentence)
    return found


def _of_texts(posting: Posting) -> Iterator[Warning]:
    hidden_name = posting.facility.name if posting.name_visibility == NameVisibility.HIDDEN else ""
    for block, fields in FREE_TEXTS.items():
        for field in fields:
            text = getattr(posting, field)
            for found in check_text(text, age_limit_declared=bool(posting.age_limit)):
                yield Warning(block, field, found.sentence)
            if hidden_name and hidden_name in text:
                sentence = "施設名を公開しない募集です。文章の中の施設名を消してください。"
                yield Warning(block, field, sentence)


def _of_wages(posting: Posting, today: date) -> Iterator[Warning]:
    if not (posting.wage_type and posting.wage_min and posting.work_prefecture):
        return
    wage_type = WageType(posting.wage_type)
    minimum = minimum_wage(posting.work_prefecture, today)
    found: list[Notice] = check_minimum_wage(
        wage_type,
        posting.wage_min,
        prefecture=posting.work_prefecture,
        minimum=minimum,
        hours=_paid_hours(posting, wage_type),
    )
    yield from (Warning("pay", "wage_min", notice.sentence) for notice in found)
    if posting.fixed_overtime == FixedOvertime.SOME and posting.fixed_overtime_yen:
        odd = check_fixed_overtime(
            FixedOvertimePay(
                amount=posting.fixed_overtime_yen,
                hours=posting.fixed_overtime_hours or 1,
                is_excess_paid=bool(posting.fixed_overtime_beyond),
            ),
            wage_type=wage_type,
            wage=posting.wage_min,
            overtime=Overtime(posting.overtime or Overtime.NONE),
            minimum=minimum,
        )
        yield from (Warning("pay", "fixed_overtime_yen", notice.sentence) for notice in odd)


def _paid_hours(posting: Posting, wage_type: WageType) -> float | None:
    """Return the hours that a day's or a session's wage pays for; other wages depend on days not known here."""
    longest = _longest_day(posting) - (posting.break_minutes or 0)
    by_day = wage_type in {WageType.DAILY, WageType.PER_SESSION}
    return longest / 60 if by_day and longest > 0 else None


def _longest_day(posting: Posting) -> int:
    """Return the minutes from the start to the end of the longest shift or single day; 0 when none is known."""
    days = [[day["starts"], day["ends"]] for day in posting.spot_dates]
    return max(map(_length, [*posting.work_hours, *days]), default=0)


def _length(pair: list[str]) -> int:
    starts, ends = (int(time[:2]) * 60 + int(time[3:]) for time in pair)
    return ends - starts


def _of_rest(posting: Posting) -> Iterator[Warning]:
    """労働基準法34条: 45 minutes beyond six hours of work, 60 beyond eight."""
    rest = posting.break_minutes or 0
    worked = _longest_day(posting) - rest
    lawful = 60 if worked > 8 * 60 else 45 if worked > 6 * 60 else 0
    if rest < lawful:
        sentence = f"働く時間が{worked / 60:g}時間の場合、休憩は{lawful}分以上が必要です。"
        yield Warning("conditions", "break_minutes", f"{sentence}休憩時間を確かめてください。")


def _of_terms(posting: Posting) -> Iterator[Warning]:
    if posting.age_limit_reason in OPEN_ENDED_REASONS and posting.contract_term == ContractTerm.FIXED:
        reason = AgeLimitReason(posting.age_limit_reason).label
        sentence = f"年齢制限の{reason}は、期間の定めのない契約だけで使えます。契約期間を確かめてください。"
        yield Warning("intake", "age_limit_reason", sentence)
    if posting.is_dispatch:
        sentence = "派遣労働者として雇用する募集です。間違いがないか、確かめてください。"
        yield Warning("conditions", "is_dispatch", sentence)
    yield from _of_spot_dates(posting)


def _of_spot_dates(posting: Posting) -> Iterator[Warning]:
    """The days' own numbers against 募集人数: one person may take several days, but not one day twice."""
    needed = [day["headcount"] for day in posting.spot_dates]
    if posting.headcount and needed and not max(needed) <= posting.headcount <= sum(needed):
        sentence = f"募集人数は{posting.headcount}名、勤務日の必要人数は1日で最大{max(needed)}名、合計{sum(needed)}名です。"
        yield Warning("work", "headcount", f"{sentence}人数を確かめてください。")
    today = timezone.localdate().isoformat()
    if any(day["on"] < today for day in posting.spot_dates):
        yield Warning("conditions", "spot_dates", "過ぎた勤務日があります。日付を確かめてください。")


def _of_duplicates(posting: Posting) -> Iterator[Warning]:
    """The same occupation, place and footing is usually the same posting twice (headcount can be raised)."""
    if not posting.occupation:
        return
    alike = Posting.objects.exclude(pk=posting.pk).filter(
        facility_id=posting.facility_id,
        status__in=(
            PostingStatus.SUBMITTED,
            PostingStatus.CHECKED,
            PostingStatus.PUBLISHED,
            PostingStatus.PAUSED,
        ),
        occupation=posting.occupation,
        employment_type=posting.employment_type,
        work_city=posting.work_city,
    )
    for other in alike.order_by("pk")[:3]:
        sentence = f"同じ職種・雇用形態・勤務地の募集（{other.number}）があります。重複していないか、確かめてください。"
        yield Warning("work", "occupation", sentence)
