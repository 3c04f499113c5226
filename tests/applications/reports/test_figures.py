"""The ministry and a prefecture count hires and trainings; lists leave without names, with a purpose."""

import csv
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from typing import Any
from uuid import uuid4

import pytest
from django.db.models import F, Model
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from applications.hiring import cancel_hire
from applications.masking import mask_ended
from applications.models import Application, Hire
from applications.reports.exports import DUE, HIRES, OUTSIDE, TRAINING, UNDONE
from applications.reports.models import Export, OutsideHires, TrainingReport
from applications.reports.reporting import report
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.privacy.retention import RULES
from keynet.vocabulary.occupations import Occupation
from postings.exports.writer import Column
from postings.models import Posting
from tests.applications.reports.test_training import hired_at
from tests.builders import days_from_now, make_application, make_published
from tests.cast import signed_in

pytestmark = pytest.mark.django_db
PAGE = "/ministry/reports/training/"
UNREPORTED = f"{PAGE}facilities/"
FILES = "/ministry/reports/files/"


def text(response: Any) -> str:
    return response.content.decode()


def rows_of(by: User, content: str, query: str = "") -> list[list[str]]:
    asked = {"content": content, "purpose": "11月の報告", "submission_id": str(uuid4())}
    answer = signed_in(by).post(FILES + query, asked)
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
    assert "未報告の施設はありません" in text(client.get(f"{UNREPORTED}?prefecture=14"))
    unknown = text(client.get(f"{UNREPORTED}?occupation=doctor&prefecture=99"))
    assert "1か所" in unknown and "勤務地の都道府県を選び直してください" in unknown


def test_the_file_of_whom_to_remind_has_the_lines_of_the_page(
    hired: Hire, mori: User, sakura: Facility, sato: User, okada: User
) -> None:
    """Two nurses and a clerk of one hospital, one nurse reported: two lines for it, and one for the other hospital."""
    hired_at(sakura, sato, okada)
    hired_at(sakura, sato, okada, occupation="clerk", licence="不問", program="vaccination")
    found = signed_in(mori).get(UNREPORTED)
    assert (found.context["facilities"], found.context["people"]) == (2, 3)
    assert "<b>1名</b>／2名" in text(found) and "中村" not in text(found)
    shown = {
        (row["posting__facility__name"], row["posting__occupation"], f"{row['people']}", f"{row['hires']}")
        for row in found.context["page"]
    }
    heading, *lines = rows_of(mori, "due")
    said = [dict(zip(heading, line, strict=True)) for line in lines]
    words = dict(Occupation.choices)
    assert {(name, words[work], people, hires) for name, work, people, hires in shown} == {
        (line["施設"], line["職種"], line["未報告の人数"], line["採用の人数"]) for line in said
    }
    assert len(said) == 3
    narrowed = rows_of(mori, "due", "?program=vaccination&prefecture=14")
    assert [line[4:6] for line in narrowed[1:]] == [["事務職", "ワクチン接種"]]
    assert (
        len(rows_of(mori, "hires", "?prefecture=13")) == len(rows_of(mori, "outside", "?prefecture=13")) == 2
    )
    assert len(rows_of(mori, "outside", "?prefecture=14")) == 1


def test_figures_pages_and_files_agree_before_and_after_people_are_forgotten(hired: Hire, mori: User) -> None:
    said = agreed(mori)
    assert said == (2, 1, 1, 3)
    Posting.objects.update(
        status="closed", closed_at=timezone.now() - timedelta(days=181), close_reason="filled"
    )
    assert mask_ended() == 2
    assert agreed(mori) == said


def test_a_hire_that_was_taken_back_leaves_one_list_and_stands_in_another(
    hired: Hire, mori: User, sato: User
) -> None:
    number = hired.posting.number
    assert number in str(rows_of(mori, "hires")) and len(rows_of(mori, "undone")) == 1
    cancel_hire(hired.application, by=sato, reason="中村さんの都合")
    assert number not in str(rows_of(mori, "hires"))
    undone = rows_of(mori, "undone")
    assert undone[1][0] == number and undone[1][-1] == f"{timezone.localdate()}"
    assert "中村" not in str(undone)


def agreed(by: User) -> tuple[int, ...]:
    """Return hires, reported, unreported and people of other ways, as page, files and rows all say them."""
    total = signed_in(by).get(PAGE).context["total"]
    page = (total.hires, total.reported, total.unreported, total.outside)
    due = rows_of(by, "due")
    people = due[0].index("未報告の人数")
    outside = rows_of(by, "outside")
    files = (
        len(rows_of(by, "hires")) - 1,
        len(rows_of(by, "training")) - 1,
        sum(int(line[people]) for line in due[1:]),
        sum(int(line[outside[0].index("人数")]) for line in outside[1:]),
    )
    active = Hire.objects.filter(cancelled_at=None)
    rows = (
        active.count(),
        active.filter(training_report__isnull=False).count(),
        active.filter(training_report=None).count(),
        sum(OutsideHires.objects.values_list("people", flat=True)),
    )
    assert page == files == rows
    return page


@pytest.mark.parametrize(
    ("model", "columns"),
    [(TrainingReport, TRAINING), (Hire, HIRES), (Hire, UNDONE), (OutsideHires, OUTSIDE), (Hire, DUE)],
)
def test_no_column_of_a_file_is_about_the_hired_person(model: type[Model], columns: list[Column]) -> None:
    """The facility's number and whoever reported (F.6 asks for both) are the only personal columns that any reads."""
    personal = {
        (of, column) for rule in RULES for of, names in rule.columns.items() for column in names.split()
    }
    allowed = {("facilities.facility", "phone"), ("accounts.user", "name")}
    read = {place for column in columns for path in paths(column.of) for place in place_of(model, path)}
    assert read and not read & (personal - allowed)


def paths(expression: Any) -> Iterator[str]:
    """Give every column that an expression reads."""
    if isinstance(expression, F):
        yield str(expression.deconstruct()[1][0])
    for source in getattr(expression, "get_source_expressions", list)():
        yield from paths(source)


def place_of(model: Any, path: str) -> Iterator[tuple[str, str]]:
    """Give model and column at the end of a path; what a list counted itself has none."""
    *way, name = path.split("__")
    for step in way:
        model = model._meta.get_field(step).related_model
    if name == "pk":
        name = model._meta.pk.name
    if name in {field.name for field in model._meta.get_fields()}:
        yield model._meta.label_lower, name


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
    assert rows_of(mori, "outside")[1][-5:-3] == ["ハローワークの紹介", "3"]
    assert rows_of(mori, "due")[1][6:8] == ["1", "1"]
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
