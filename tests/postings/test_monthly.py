"""月額の目安: what a month comes to, or nothing."""

from typing import Any

import pytest

from postings.models import Posting
from postings.wording.monthly import monthly

HOURLY = {
    "wage_type": "hourly", "wage_min": 2300, "wage_max": 2800, "work_hours": [["08:30", "17:00"]],
    "break_minutes": 45, "work_days": "per_week", "work_days_count": 3,
}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "約232,000円〜282,000円。2,300円×7.75時間×週3日×52週÷12か月。"),
        ({"wage_max": None}, "約232,000円。"),
        ({"work_days": "per_month", "work_days_count": 8}, "約143,000円〜174,000円。2,300円×7.75時間×月8日。"),
        ({"wage_type": "daily", "wage_min": 20_000, "wage_max": None}, "約260,000円。20,000円×週3日×52週÷12か月。"),
        ({"work_hours": [["16:30", "33:00"]], "break_minutes": 90}, "2,300円×15時間×"),
        ({"work_hours": [["8:30", "17:00"], ["9:30", "18:00"]]}, "2,300円×7.75時間×"),
    ],
)  # fmt: skip
def test_pay_by_hour_or_day_is_worth_so_much_a_month(changes: dict[str, Any], words: str) -> None:
    assert words in "。".join(monthly(Posting(**{**HOURLY, **changes})))


@pytest.mark.parametrize(
    "changes",
    [
        {"wage_type": "monthly"},
        {"wage_type": "per_session"},
        {"wage_min": None},
        {"break_minutes": None},
        {"work_hours": []},
        {"work_hours": [["8:30", ""]]},
        {"work_hours": [["8:30", "17:00"], ["16:30", "33:00"]]},
        {"work_days": "negotiable", "work_days_count": None},
        {"work_days_count": None},
    ],
)
def test_what_cannot_be_computed_is_not_guessed(changes: dict[str, Any]) -> None:
    assert monthly(Posting(**{**HOURLY, **changes})) == ()
