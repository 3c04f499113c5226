"""Which minimum wage holds, and how the office keeps the table."""

from datetime import date

import pytest

from keynet.accounts.models import User
from keynet.outbox.models import Event
from keynet.vocabulary.prefectures import PREFECTURES
from postings import wages
from postings.models import MinimumWage
from postings.wages import minimum_wage

pytestmark = pytest.mark.django_db


@pytest.fixture
def shipped(db: None) -> None:
    assert wages.load_shipped() == 94


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize(
    ("prefecture", "on", "yen_per_hour"),
    [
        ("13", "2024-10-01", 1163),
        ("14", "2024-10-01", 1162),
        ("36", "2024-11-01", 980),
        ("13", "2025-10-02", 1163),
        ("13", "2025-10-03", 1226),
        ("05", "2026-03-30", 951),
        ("05", "2026-03-31", 1031),
    ],
)
def test_a_wage_holds_from_its_first_day(prefecture: str, on: str, yen_per_hour: int) -> None:
    wage = minimum_wage(prefecture, date.fromisoformat(on))
    assert wage is not None
    assert wage.yen_per_hour == yen_per_hour


@pytest.mark.usefixtures("shipped")
def test_before_the_table_nothing_is_known() -> None:
    assert minimum_wage("36", date(2024, 10, 31)) is None


@pytest.mark.usefixtures("shipped")
def test_every_prefecture_rises_each_year() -> None:
    for prefecture in PREFECTURES:
        in_2024 = minimum_wage(prefecture, date(2024, 12, 1))
        in_2026 = minimum_wage(prefecture, date(2026, 4, 1))
        assert in_2024 and in_2026
        assert 950 < in_2024.yen_per_hour < in_2026.yen_per_hour - 60


@pytest.mark.usefixtures("shipped")
def test_what_the_office_entered_or_corrected_is_never_loaded_over(okada: User) -> None:
    tokyo = MinimumWage.objects.get(prefecture="13", in_force_on="2025-10-03")
    wages.correct(tokyo, 1227, by=okada)
    wages.enter([MinimumWage(prefecture="13", in_force_on=date(2026, 10, 1), yen_per_hour=1290)], by=okada)
    assert wages.load_shipped() == 0
    assert minimum_wage("13", date(2026, 1, 1)).yen_per_hour == 1227
    assert minimum_wage("13", date(2026, 10, 1)).yen_per_hour == 1290
    corrected = Event.objects.get(name="minimum_wage.corrected")
    assert corrected.data["before"] == 1226
    assert corrected.actor == okada.actor_key
