"""Training reports: once per hire, by its facility, corrected with what they said before."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from applications.hiring import cancel_hire, hire
from applications.models import Hire
from applications.reports.models import TrainingReport
from applications.reports.reporting import CannotReport, report
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox.models import Event
from postings.upkeep.todo import todos_of
from tests.builders import days_from_now, make_application, make_published
from tests.cast import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def hired(sakura: Facility, sato: User, okada: User) -> Hire:
    return hired_at(sakura, sato, okada)


def hired_at(facility: Facility, by: User, officer: User, **terms: Any) -> Hire:
    application = make_application(make_published(facility, by, officer, **terms))
    application.step("review", by=by)
    application.offer(by=by, stated_version=None)
    today = days_from_now(0)
    return hire(application, by=by, starts_on=today, licence_seen_on=today, licence_seen_by="事務長")


def address(hired: Hire) -> str:
    return reverse("hires:report", args=[hired.posting.facility.public_id, hired.application.public_id])


def typed(**changes: str) -> dict[str, str]:
    on = days_from_now(-1)
    day = {"taken_on_y": str(on.year), "taken_on_m": str(on.month), "taken_on_d": str(on.day)}
    facts = {
        "provider": "facility",
        "name": "新型感染症の基礎研修",
        "hours": "３．５時間",
        "taken_before_hire": "0",
    }
    return {**facts, **day, **changes}


def text(response: Any) -> str:
    return response.content.decode()


def test_a_facility_reports_the_training_of_a_hire_once(hired: Hire, sato: User, sakura: Facility) -> None:
    client = signed_in(sato)
    listed = reverse("hires:list", args=[sakura.public_id])
    assert "未報告" in text(client.get(listed))
    assert any("研修の報告が済んでいない採用が1件" in todo.words for todo in todos_of(sakura))
    assert "時間数は0.5から200まで" in text(client.post(address(hired), typed(hours="300")))
    client.post(address(hired), typed())
    client.post(address(hired), typed())
    found = TrainingReport.objects.get()
    assert str(found.hours) == "3.5" and found.reported_by == sato
    assert Event.objects.filter(name="hire.reported").count() == 1
    assert "報告済み" in text(client.get(listed))
    assert not any("研修" in todo.words for todo in todos_of(sakura))


def test_a_cancelled_hire_needs_no_report(hired: Hire, sato: User) -> None:
    cancel_hire(hired.application, by=sato, reason="就業せず")
    with pytest.raises(CannotReport):
        report(hired, by=sato, provider="facility", name="x", taken_on=days_from_now(0), hours=1)
    assert signed_in(sato).get(address(hired)).status_code == 404


def test_another_hospital_reports_nothing_here(hired: Hire, suzuki: User) -> None:
    with pytest.raises(PermissionDenied):
        report(hired, by=suzuki, provider="facility", name="x", taken_on=days_from_now(0), hours=1)
    assert signed_in(suzuki).post(address(hired), typed()).status_code == 404


@pytest.mark.parametrize("name", ["hours", "provider", "taken_on_y", "taken_on_m"])
@pytest.mark.parametrize("value", ["", "\x00", "9" * 400, "9999", "a\r\nb", "-1", "NaN", "∞"])
def test_bad_input_is_shown_again(hired: Hire, sato: User, name: str, value: str) -> None:
    answer = signed_in(sato).post(address(hired), typed(**{name: value}))
    assert answer.status_code == 200 and not TrainingReport.objects.exists()


def test_a_correction_keeps_what_was_reported(hired: Hire, sato: User, suzuki: User) -> None:
    client = signed_in(sato)
    client.post(address(hired), typed())
    page = address(hired).replace("/report/", "/correct/")
    assert "新型感染症の基礎研修" in text(client.get(page))
    assert "直した理由を入力してください" in text(client.post(page, typed(hours="4")))
    client.post(page, typed(hours="4", reason="書き間違い", provider_name="看護部"))
    client.post(page, typed(hours="4", reason="書き間違い", provider_name="看護部"))
    found = TrainingReport.objects.get()
    assert str(found.hours) == "4.0" and found.provider_name == "看護部"
    correction = found.corrections.get()
    assert correction.before["hours"] == "3.5" and correction.corrected_by == sato
    assert "3.5時間" in text(client.get(page)) and "書き間違い" in text(client.get(page))
    assert Event.objects.filter(name="hire.report_corrected").count() == 1
    assert signed_in(suzuki).get(page).status_code == 404


def test_days_of_a_training_run_forward(hired: Hire, sato: User) -> None:
    on = days_from_now(0)
    first = {"taken_from_y": str(on.year), "taken_from_m": str(on.month), "taken_from_d": str(on.day)}
    assert "受講の始まりの日は" in text(signed_in(sato).post(address(hired), typed(**first)))
