"""Training reports: once per hire, by its facility, counted by the ministry without names."""

import csv
from io import StringIO
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from applications.hiring import cancel_hire, hire
from applications.models import Application, Hire
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
    return {"provider": "facility", "name": "新型感染症の基礎研修", "hours": "３．５時間", **day, **changes}


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
        report(hired, by=sato, provider="facility", name="x", taken_on=days_from_now(0), hours=1)  # type: ignore[arg-type]
    assert signed_in(sato).get(address(hired)).status_code == 404


def test_another_hospital_reports_nothing_here(hired: Hire, suzuki: User) -> None:
    with pytest.raises(PermissionDenied):
        report(hired, by=suzuki, provider="facility", name="x", taken_on=days_from_now(0), hours=1)  # type: ignore[arg-type]
    assert signed_in(suzuki).post(address(hired), typed()).status_code == 404


@pytest.mark.parametrize("name", ["hours", "provider", "taken_on_y", "taken_on_m"])
@pytest.mark.parametrize("value", ["", "\x00", "9" * 400, "9999", "a\r\nb", "-1", "NaN", "∞"])
def test_bad_input_is_shown_again(hired: Hire, sato: User, name: str, value: str) -> None:
    answer = signed_in(sato).post(address(hired), typed(**{name: value}))
    assert answer.status_code == 200 and not TrainingReport.objects.exists()


def test_the_ministry_counts_by_prefecture_and_takes_files_without_names(
    hired: Hire, midori: Facility, suzuki: User, okada: User, sato: User, mori: User
) -> None:
    hired_at(midori, suzuki, okada, work_prefecture="13", work_city="新宿区", title="=1+1")
    signed_in(sato).post(address(hired), typed(name="=cmd|' /C calc'!A0"))
    client = signed_in(mori)
    page = text(client.get(reverse("reports:training")))
    assert "東京都" in page and "2名" in page
    training = b"".join(client.get(reverse("reports:training_csv"))).decode("utf-8-sig")
    hires = b"".join(client.get(reverse("reports:hires_csv"))).decode("utf-8-sig")
    heading, line = list(csv.reader(StringIO(training)))
    assert heading[:4] == ["報告番号", "施設", "都道府県", "職種"] and line[1:4] == [
        "さくら病院",
        "神奈川県",
        "看護師",
    ]
    assert line[6].startswith("'=cmd") and line[8] == "3.5"
    assert len(list(csv.reader(StringIO(hires)))) == 3
    for name in ("中村", "優子", Application.objects.all()[0].email):
        assert name not in training + hires + page


def test_only_the_ministry_reads_the_figures(okada: User, sato: User) -> None:
    for user in (okada, sato):
        assert signed_in(user).get(reverse("reports:training")).status_code == 404
