from datetime import date

import pytest

from keynet.vocabulary.minimum_wage import minimum_wage
from keynet.vocabulary.prefectures import PREFECTURES


@pytest.mark.parametrize(
    ("prefecture", "on", "yen_per_hour"),
    [
        ("13", "2024-10-01", 1163),
        ("14", "2024-10-01", 1162),
        ("27", "2024-10-01", 1114),
        ("36", "2024-11-01", 980),
        ("13", "2025-10-02", 1163),
        ("13", "2025-10-03", 1226),
        ("05", "2026-03-30", 951),
        ("05", "2026-03-31", 1031),
    ],
)
def test_a_wage_holds_from_its_first_day(prefecture, on, yen_per_hour):
    wage = minimum_wage(prefecture, date.fromisoformat(on))
    assert wage is not None
    assert wage.yen_per_hour == yen_per_hour


def test_before_the_table_nothing_is_known():
    assert minimum_wage("36", date(2024, 10, 31)) is None


@pytest.mark.parametrize("prefecture", PREFECTURES)
def test_every_prefecture_rises_each_year(prefecture):
    in_2024 = minimum_wage(prefecture, date(2024, 12, 1))
    in_2026 = minimum_wage(prefecture, date(2026, 4, 1))
    assert in_2024 and in_2026
    assert 950 < in_2024.yen_per_hour < in_2026.yen_per_hour - 60
