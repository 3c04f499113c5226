"""Reminders of trainings: 14 days after the work began, then every 14, until reported or taken back."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from applications.hiring import cancel_hire
from applications.models import Hire
from applications.reports.letters import TRAINING_DUE
from applications.reports.reminding import remind_of_training
from applications.reports.reporting import report
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox.models import Letter
from tests.applications.reports.test_training import hired_at
from tests.builders import days_from_now

pytestmark = pytest.mark.django_db


@pytest.fixture
def hired(sakura: Facility, sato: User, okada: User) -> Hire:
    return hired_at(sakura, sato, okada)


def on(days: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """Let the clock strike so many days after the work began; return how many letters there are."""
    today: date = days_from_now(0) + timedelta(days=days)
    with monkeypatch.context() as patch:
        patch.setattr("applications.reports.reminding.timezone.localdate", lambda *_: today)
        remind_of_training()
    return Letter.objects.filter(kind="reports.training_due").count()


def test_a_facility_is_reminded_every_fourteen_days(hired: Hire, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = on(14, monkeypatch)
    assert at_once > 0
    body = Letter.objects.filter(kind="reports.training_due").latest("created_at").body
    assert hired.application.number in body and "中村" not in body
    counts = [on(day, monkeypatch) for day in (14, 15, 27, 28, 41, 60)]
    assert counts == [at_once, at_once, at_once, 2 * at_once, 2 * at_once, 3 * at_once]


def test_nobody_is_reminded_before_the_day(hired: Hire, monkeypatch: pytest.MonkeyPatch) -> None:
    assert on(13, monkeypatch) == 0


@pytest.mark.parametrize("end", ["reported", "cancelled"])
def test_a_report_or_a_cancellation_ends_the_reminders(
    hired: Hire, sato: User, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    written = on(14, monkeypatch)
    assert TRAINING_DUE.still_wanted and TRAINING_DUE.still_wanted(Letter.objects.latest("created_at"))
    if end == "reported":
        facts: dict[str, Any] = {"provider": "other", "name": "研修", "taken_on": timezone.localdate()}
        report(hired, by=sato, hours=2, **facts)
    else:
        cancel_hire(hired.application, by=sato, reason="就業せず")
    assert on(28, monkeypatch) == written
    assert not TRAINING_DUE.still_wanted(Letter.objects.latest("created_at")), (
        "what has not left yet stays here"
    )
