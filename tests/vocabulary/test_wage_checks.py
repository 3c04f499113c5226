from datetime import date

import pytest

from keynet.vocabulary.minimum_wage import MinimumWage
from keynet.vocabulary.terms import Overtime, WageType
from keynet.vocabulary.wage_checks import FixedOvertimePay, check_fixed_overtime, check_minimum_wage

KANAGAWA = MinimumWage(date(2025, 10, 4), 1225)
TOKYO = MinimumWage(date(2025, 10, 3), 1226)


def test_an_hourly_wage_below_the_prefectures_minimum_is_asked_about():
    (notice,) = check_minimum_wage(WageType.HOURLY, 1224, prefecture="14", minimum=KANAGAWA)
    assert notice.code == "below_minimum_wage"
    assert notice.sentence == (
        "時給1,224円は、神奈川県の最低賃金（令和7年10月4日から時給1,225円）より低い金額です。"
        "金額を確かめてください。"
    )


def test_the_minimum_itself_is_enough():
    assert check_minimum_wage(WageType.HOURLY, 1225, prefecture="14", minimum=KANAGAWA) == []


@pytest.mark.parametrize(
    "wage_type", [WageType.DAILY, WageType.MONTHLY, WageType.ANNUAL, WageType.PER_SESSION]
)
def test_other_wages_are_judged_by_the_hours_they_are_paid_for(wage_type):
    assert check_minimum_wage(wage_type, 9799, prefecture="14", minimum=KANAGAWA, hours=8)
    assert not check_minimum_wage(wage_type, 9800, prefecture="14", minimum=KANAGAWA, hours=8)


@pytest.mark.parametrize("hours", [None, 0])
def test_without_hours_they_are_not_judged(hours):
    assert check_minimum_wage(WageType.DAILY, 1, prefecture="14", minimum=KANAGAWA, hours=hours) == []


def test_where_no_minimum_is_known_nothing_is_judged():
    assert check_minimum_wage(WageType.HOURLY, 1, prefecture="14", minimum=None) == []


def fixed_overtime(pay, *, wage_type=WageType.MONTHLY, wage=300_000, overtime=Overtime.SOME):
    notices = check_fixed_overtime(pay, wage_type=wage_type, wage=wage, overtime=overtime, minimum=TOKYO)
    return [notice.code for notice in notices]


SOUND = FixedOvertimePay(amount=45_000, hours=20, is_excess_paid=True)


def test_sound_terms_are_left_alone():
    assert fixed_overtime(SOUND) == []
    assert fixed_overtime(SOUND, wage_type=WageType.ANNUAL, wage=3_600_000) == []


@pytest.mark.parametrize(
    ("pay", "terms", "code"),
    [
        (SOUND, {"wage_type": WageType.HOURLY, "wage": 1500}, "fixed_overtime_wage_type"),
        (SOUND, {"wage": 45_000}, "fixed_overtime_amount"),
        (SOUND, {"wage_type": WageType.ANNUAL, "wage": 500_000}, "fixed_overtime_amount"),
        (SOUND, {"overtime": Overtime.NONE}, "fixed_overtime_without_overtime"),
        (FixedOvertimePay(90_000, 46, True), {}, "fixed_overtime_hours"),
        (FixedOvertimePay(45_000, 20, False), {}, "fixed_overtime_excess"),
        (FixedOvertimePay(30_000, 20, True), {}, "fixed_overtime_low"),
    ],
)
def test_terms_that_do_not_fit_are_asked_about(pay, terms, code):
    assert fixed_overtime(pay, **terms) == [code]
