"""The ministry and a prefecture count hires and trainings; lists leave without names, with a purpose."""

import csv
from io import StringIO
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from applications.models import Application, Hire
from applications.reports.models import Export, OutsideHires
from applications.reports.reporting import report
from facilities.models import Facility
from keynet.accounts.models import User
from tests.applications.reports.test_training import hired_at
from tests.builders import days_from_now, make_application, make_published
from tests.cast import signed_in

pytestmark = pytest.mark.django_db
PAGE = "/ministry/reports/training/"
FILES = "/ministry/reports/files/"


def text(response: Any) -> str:
    return response.content.decode()


def rows_of(by: User, content: str) -> list[list[str]]:
    asked = {"content": content, "purpose": "11月の報告", "submission_id": str(uuid4())}
    answer = signed_in(by).post(FILES, asked)
    file = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    return list(csv.reader(StringIO(file)))


@pytest.fixture
def hired(sakura: Facility, midori: Facility, sato: User, suzuki: User, okada: User) -> Hire:
    """Two hires: a nurse in 神奈川 whose training is reported, a doctor in 東京 referred in person whose is not."""
    first = hired_at(sakura, sato, okada)
    facts = {
        "provider": "facility",
        "name": "=cmd|' /C calc'!A0",
        "taken_on": days_from_now(0),
        "hours": "3.5",
    }
    report(first, by=sato, **facts)
    second = hired_at(midori, suzuki, okada, work_prefecture="13", work_city="新宿区", occupation="doctor")
    Hire.objects.filter(pk=second.pk).update(referred_by="doctor_bank")
    Application.objects.filter(pk=first.application_id).update(direct_selection_on=timezone.localdate())
    OutsideHires.objects.create(posting=second.posting, way="hello_work", people=3, reported_by=suzuki)
    return first


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", ["神奈川県", "東京都"]),
        ("?by=occupation", ["医師", "看護師"]),
        ("?by=program", ["一般"]),
        ("?by=x", ["東京都"]),
    ],
)
def test_the_ministry_counts_by_three_kinds_of_line(
    hired: Hire, mori: User, query: str, words: list[str]
) -> None:
    answer = signed_in(mori).get(PAGE + query)
    assert all(word in text(answer) for word in words)
    assert "中村" not in text(answer)
    assert answer.context["total"][2:] == (2, 1, 1, 1, 3, 0)


def test_a_line_leads_to_the_facilities_to_remind(hired: Hire, mori: User) -> None:
    client = signed_in(mori)
    assert "?prefecture=13" in text(client.get(PAGE))
    page = text(client.get("/ministry/reports/training/facilities/?prefecture=13"))
    assert "東京都" in page and "1か所" in page
    assert "未報告の施設はありません" in text(
        client.get("/ministry/reports/training/facilities/?prefecture=14")
    )
    assert "1か所" in text(
        client.get("/ministry/reports/training/facilities/?occupation=doctor&prefecture=99")
    )


def test_a_prefecture_counts_its_own(
    hired: Hire, yoshida: User, sato: User, sakura: Facility, okada: User
) -> None:
    waiting = make_application(make_published(sakura, sato, okada), email="direct@seeker.example")
    Application.objects.filter(pk=waiting.pk).update(direct_selection_on=timezone.localdate())
    answer = signed_in(yoshida).get(reverse("prefecture_reports:training", args=["14"]))
    assert answer.context["total"][2:] == (1, 1, 0, 1, 0, 1)
    assert signed_in(yoshida).get(reverse("prefecture_reports:training", args=["13"])).status_code == 404
    assert "神奈川県の研修と採用" in text(answer) and "training/facilities/" not in text(answer)


def test_files_leave_with_a_purpose_and_without_names(hired: Hire, mori: User) -> None:
    refused = signed_in(mori).post(FILES, {"content": "hires", "submission_id": str(uuid4())})
    assert "利用の目的を入力してください" in text(refused)
    heading, line = rows_of(mori, "training")
    assert heading[:4] == ["報告番号", "施設", "都道府県", "職種"]
    assert (
        line[1:4] == ["さくら病院", "神奈川県", "看護師"] and line[6].startswith("'=cmd") and line[8] == "3.5"
    )
    hires = rows_of(mori, "hires")
    ways = [dict(zip(hires[0], row, strict=True))["応募経路"] for row in hires[1:]]
    assert ways == ["直接選考に移行", "対面紹介"]
    assert rows_of(mori, "outside")[1][-3:-1] == ["ハローワークの紹介", "3"]
    assert rows_of(mori, "due")[1][3] == "1"
    everything = str([rows_of(mori, content) for content in ("training", "hires", "outside", "due")])
    assert not any(name in everything for name in ("中村", "優子", "seeker.example"))
    assert Export.objects.filter(body="ministry", purpose="11月の報告").count() == 8
    assert "採用実績報告" in text(signed_in(mori).get("/ministry/exports/"))


def test_the_figures_ask_little(
    hired: Hire, mori: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in(mori)
    with django_assert_max_num_queries(12):
        client.get(PAGE)


def test_only_the_ministry_reads_the_figures(okada: User, sato: User) -> None:
    for user in (okada, sato):
        assert signed_in(user).get(PAGE).status_code == 404
