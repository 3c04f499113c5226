"""Wages that the office looks at: they only ask, a person decides."""

from collections.abc import Iterator
from dataclasses import dataclass

from keynet.vocabulary.japanese import era_date
from keynet.vocabulary.minimum_wage import MinimumWage
from keynet.vocabulary.mistakes import Notice
from keynet.vocabulary.money import yen
from keynet.vocabulary.prefectures import PREFECTURES
from keynet.vocabulary.terms import Overtime, WageType

MONTHLY_OVERTIME_LIMIT = 45
"""Hours of overtime a month that 労働基準法36条4項 allows as a rule."""

OVERTIME_RATE = 1.25
"""What an hour of overtime is paid at least, in ordinary hours (労働基準法37条1項)."""


def check_minimum_wage(
    wage_type: WageType,
    amount: int,
    *,
    prefecture: str,
    minimum: MinimumWage | None,
    hours: float | None = None,
) -> list[Notice]:
    """Ask when the wage is below the prefecture's minimum; where none is known there is nothing to ask.

    `hours` are the working hours the amount is paid for; without them only hourly wages can be judged.
    """
    paid_hours = 1 if wage_type is WageType.HOURLY else hours
    if minimum is None or not paid_hours or amount / paid_hours >= minimum.yen_per_hour:
        return []
    since = f"{era_date(minimum.in_force_on)}から時給{yen(minimum.yen_per_hour)}"
    sentence = (
        f"{wage_type.phrase(amount)}は、{PREFECTURES[prefecture].name}の最低賃金（{since}）より低い金額です。"
        "金額を確かめてください。"
    )
    return [Notice("below_minimum_wage", sentence)]


@dataclass(frozen=True, slots=True)
class FixedOvertimePay:
    """固定残業代 as a posting states it: yen and hours a month, and whether hours beyond are paid on top."""

    amount: int
    hours: int
    is_excess_paid: bool


def check_fixed_overtime(
    pay: FixedOvertimePay,
    *,
    wage_type: WageType,
    wage: int,
    overtime: Overtime,
    minimum: MinimumWage | None,
) -> list[Notice]:
    """Ask when 固定残業代 does not fit the other terms. `wage` is the lower bound of the posting, in yen."""
    notices = [*_against_terms(pay, wage_type, wage, overtime), *_against_law(pay)]
    if minimum and pay.amount < minimum.yen_per_hour * OVERTIME_RATE * pay.hours:
        sentence = f"固定残業代{yen(pay.amount)}は、{pay.hours}時間分の最低賃金の1.25倍より低い金額です。"
        notices.append(Notice("fixed_overtime_low", f"{sentence}金額を確かめてください。"))
    return notices


def _against_terms(
    pay: FixedOvertimePay, wage_type: WageType, wage: int, overtime: Overtime
) -> Iterator[Notice]:
    if wage_type not in {WageType.MONTHLY, WageType.ANNUAL}:
        sentence = (
            f"固定残業代は、月給か年俸の募集で使います。賃金形態（{wage_type.label}）を確かめてください。"
        )
        yield Notice("fixed_overtime_wage_type", sentence)
    elif pay.amount >= wage // (12 if wage_type is WageType.ANNUAL else 1):
        sentence = f"固定残業代{yen(pay.amount)}が、1か月の賃金以上の額です。金額を確かめてください。"
        yield Notice("fixed_overtime_amount", sentence)
    if overtime is Overtime.NONE:
        sentence = "所定外労働が「なし」で、固定残業代があります。どちらかを直してください。"
        yield Notice("fixed_overtime_without_overtime", sentence)


def _against_law(pay: FixedOvertimePay) -> Iterator[Notice]:
    if pay.hours > MONTHLY_OVERTIME_LIMIT:
        sentence = (
            f"固定残業代の{pay.hours}時間は、原則の上限（月{MONTHLY_OVERTIME_LIMIT}時間）を超えています。"
        )
        yield Notice("fixed_overtime_hours", f"{sentence}時間数を確かめてください。")
    if not pay.is_excess_paid:
        sentence = f"{pay.hours}時間を超える分の残業代を別に支払うことを、書いてください。"
        yield Notice("fixed_overtime_excess", sentence)
