"""Files that people open in spreadsheets: nothing in them may run, nothing may get lost."""

import csv
import io
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db.models import QuerySet
from django.utils import timezone

from facilities.models import Facility
from keynet.accounts.models import User
from postings.exports.columns import EVERYTHING, OPEN_DATA
from postings.exports.safety import cell, guarded
from postings.exports.writer import Column, download, lines
from postings.models import Posting
from postings.models.posting import TERM_FIELDS
from tests.builders import make_published
from tests.postings.exports.nasty import DISGUISED, HARMLESS


@pytest.mark.parametrize("text", DISGUISED)
def test_no_text_is_taken_for_a_formula(text: str) -> None:
    assert guarded(text).startswith("'")


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_text_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text


def test_a_number_with_the_country_code_stays_readable() -> None:
    assert guarded("+81-3-5309-2065") == "03-5309-2065"
    assert guarded("＋81 90 1234 5678") == "090-1234-5678"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "はい"),
        (False, "いいえ"),
        (-5, "-5"),
        (date(2026, 12, 1), "2026-12-01"),
        (datetime(2026, 11, 30, 15, 30, tzinfo=UTC), "2026-12-01 00:30"),
    ],
)
def test_values_are_written_plainly(value: Any, text: str) -> None:
    assert cell(value) == text


def test_a_file_begins_with_a_bom_and_ends_its_lines_as_windows_does() -> None:
    text = b"".join(lines([Column("番号", lambda row: row)], ["KN-1", 'a"b\nc'])).decode()
    assert text == '\ufeff番号\r\nKN-1\r\n"a""b\nc"\r\n'


def test_the_first_line_leaves_before_any_row_is_read() -> None:
    unread = iter(["KN-1"])
    assert next(lines([Column("番号", str)], unread)).decode() == "\ufeff番号\r\n"
    assert list(unread) == ["KN-1"]


def _file(columns: list[Column], rows: QuerySet[Any]) -> list[dict[str, str]]:
    response = download("test", columns, rows)
    text = b"".join(response.streaming_content).decode("utf-8-sig")  # type: ignore[arg-type]
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.django_db
def test_the_open_data_hides_what_the_facility_hides(sakura: Facility, sato: User, okada: User) -> None:
    make_published(sakura, sato, okada, name_visibility="hidden")
    response = download("postings", OPEN_DATA, Posting.objects.live().for_list())
    text = b"".join(response.streaming_content).decode()  # type: ignore[arg-type]
    assert "さくら" not in text
    assert "港町" not in text
    assert "横浜市中区" in text


@pytest.mark.django_db
def test_the_open_data_has_the_columns_of_the_domain_sheet(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada)
    (row,) = _file(OPEN_DATA, Posting.objects.live().for_list())
    assert list(row)[:8] == [
        "番号",
        "区分",
        "職種",
        "都道府県コード",
        "都道府県",
        "市区町村コード",
        "市区町村",
        "施設名",
    ]
    assert row["番号"] == posting.number
    assert row["市区町村コード"] == "141046"
    assert row["賃金下限"] == "2300"
    assert row["公開日"] == timezone.localdate(posting.published_at).isoformat()
    assert row["状態"] == "公開中"


@pytest.mark.django_db
def test_the_ministrys_file_has_every_term_and_who_confirmed(
    sakura: Facility, sato: User, okada: User
) -> None:
    make_published(sakura, sato, okada, name_visibility="hidden")
    (row,) = _file(EVERYTHING, Posting.objects.live())
    headings = [column.heading for column in EVERYTHING]
    assert {str(Posting._meta.get_field(name).verbose_name) for name in TERM_FIELDS} <= set(headings)
    assert row["施設名"] == "さくら病院"
    assert row["加入保険"] == "健康保険、雇用保険"
    assert row["就業時間"] == "日勤 8:30〜17:00"
