"""Office and ministry take all postings away: recorded, made in the background, for their maker, for a day."""

import io
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from applications.reports import making
from applications.reports.models import Export, ExportPart
from applications.reports.posting_export import FOR_THE_MINISTRY
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox.models import Event
from postings.exports import xlsx
from postings.models import Posting
from tests.builders import make_application, make_published, make_user
from tests.cast import appointed, signed_in
from tests.postings.exports.nasty import TEXTS

pytestmark = pytest.mark.django_db
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ASKED = {"purpose": "11月の報告", "form": "xlsx"}


@pytest.fixture
def posting(sakura: Facility, sato: User, okada: User) -> Posting:
    return make_published(sakura, sato, okada, title="=1+1の募集", wage_note="\x0b縦タブ\ufffe𠮷")


def cells(file: bytes, sheet: int = 1) -> list[dict[str, tuple[str, str]]]:
    """Return the rows of a sheet: column → type and text of its cell; empty cells are not there."""
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        root = ElementTree.fromstring(parts.read(f"xl/worksheets/sheet{sheet}.xml"))
    assert not list(root.iter(f"{SHEET}f")), "nothing in the file is a formula"
    return [
        {
            cell.get("r", "").rstrip("0123456789"): (cell.get("t", "n"), "".join(cell.itertext()))
            for cell in row
        }
        for row in root.iter(f"{SHEET}row")
    ]


def asked(by: User, **changes: Any) -> Export:
    facts = {"body": "ministry", "form": "xlsx", "purpose": "報告", "query": "", "rows": 1}
    return making.ask(by=by, submission_id=uuid4(), **{**facts, **changes})


def fetched(export: Export, by: User) -> bytes:
    answer = signed_in(by).get(f"/ministry/exports/{export.public_id}/file/")
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)  # type: ignore[attr-defined]


def test_the_page_tells_how_many_before_anything_is_made(posting: Posting, mori: User) -> None:
    client = signed_in(mori)
    assert '<b class="num">1件</b>' in client.get("/ministry/exports/new/").content.decode()
    assert '<b class="num">0件</b>' in client.get("/ministry/exports/new/?occupation=doctor").content.decode()
    assert not Export.objects.exists()


def test_without_a_purpose_nothing_leaves(posting: Posting, mori: User) -> None:
    answer = signed_in(mori).post("/ministry/exports/new/", {"form": "csv"})
    assert "利用の目的を入力してください" in answer.content.decode()
    assert not Export.objects.exists()


def test_an_excel_file_is_made_in_the_background_and_fetched_by_its_maker_only(
    posting: Posting, mori: User, okada: User
) -> None:
    make_application(posting)
    client = signed_in(mori)
    page = client.post("/ministry/exports/new/?status=published", ASKED)["Location"]
    assert "作成中" in client.get(page).content.decode()
    assert client.get(f"{page}file/").status_code == 404
    assert making.make_next() and not making.make_next()
    assert "Excelのファイルを受け取る" in client.get(page).content.decode()
    export = Export.objects.get()
    headings, row = cells(fetched(export, mori))
    said = {text: row.get(place) for place, (_, text) in headings.items()}
    assert len(headings) == len(FOR_THE_MINISTRY)
    assert said["募集タイトル"] == ("inlineStr", "'=1+1の募集")
    assert said["賃金下限"] == ("n", "2300")
    assert said["応募数"] == ("n", "1")
    colleague = signed_in(appointed(make_user("hara@ministry.example", "原 進"), "ministry"))
    shown = colleague.get(page).content.decode()
    assert "受け取れるのは、書き出した人だけです" in shown
    assert colleague.get(f"{page}file/").status_code == 404
    assert signed_in(okada).get(page.replace("ministry", "office")).status_code == 404


def test_who_took_what_away_stands_in_the_list(posting: Posting, mori: User) -> None:
    client = signed_in(mori)
    answer = client.post("/ministry/exports/new/", {**ASKED, "form": "csv"})
    assert posting.number in b"".join(answer.streaming_content).decode()  # type: ignore[attr-defined]
    shown = client.get("/ministry/exports/").content.decode()
    for words in ("森 恵", "11月の報告", "CSV", "1件", "保存しました"):
        assert words in shown
    assert Event.objects.filter(name="export.asked", actor=mori.actor_key).count() == 1


def test_a_form_sent_twice_is_one_file(posting: Posting, mori: User) -> None:
    again = {**ASKED, "submission_id": str(uuid4())}
    client = signed_in(mori)
    pages = {client.post("/ministry/exports/new/", again)["Location"] for _ in range(2)}
    assert len(pages) == 1
    assert Export.objects.count() == 1


def test_a_file_goes_after_a_day_and_its_row_says_so(posting: Posting, mori: User) -> None:
    export = asked(mori)
    making.make_next()
    Export.objects.update(finished_at=timezone.now() - timedelta(hours=24))
    client = signed_in(mori)
    assert client.get(f"/ministry/exports/{export.public_id}/file/").status_code == 404
    assert making.forget_outlived() == 1
    assert making.forget_outlived() == 0
    assert not ExportPart.objects.exists()
    assert "ファイルを消しました" in client.get(f"/ministry/exports/{export.public_id}/").content.decode()


def test_a_file_whose_worker_died_is_begun_once_more_and_then_given_up(
    posting: Posting, mori: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = asked(mori)

    def dies(*_: Any) -> Iterator[int]:
        yield 1
        raise SystemExit

    monkeypatch.setattr(xlsx, "write", dies)
    for _ in range(2):
        with pytest.raises(SystemExit):
            making.make_next()
        assert not making.make_next(), "a worker that was heard just now is not dead"
        Export.objects.update(heard_at=timezone.now() - timedelta(minutes=3))
    making.make_next()
    export.refresh_from_db()
    assert export.failed_at is not None
    assert (
        "作成できませんでした"
        in signed_in(mori).get(f"/ministry/exports/{export.public_id}/").content.decode()
    )


def test_a_worker_that_was_taken_for_dead_stores_nothing(
    posting: Posting, mori: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(mori)

    def slow(*_: Any) -> Iterator[int]:
        Export.objects.update(tries=2)
        yield 1

    monkeypatch.setattr(xlsx, "write", slow)
    making.make_next()
    assert not ExportPart.objects.exists()
    assert Export.objects.get().finished_at is None


def test_more_rows_than_a_sheet_takes_go_on_in_the_next(
    posting: Posting, mori: User, sakura: Facility, sato: User, okada: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "ROWS_OF_A_SHEET", 2)
    monkeypatch.setattr(xlsx, "AT_ONCE", 2)
    made = [posting, *(make_published(sakura, sato, okada) for _ in range(4))]
    export = asked(mori, rows=5)
    making.make_next()
    file = fetched(export, mori)
    numbers = [row["A"][1] for sheet in (1, 2, 3) for row in cells(file, sheet)[1:]]
    assert numbers == [posting.number for posting in reversed(made)]


def test_every_nasty_text_is_a_plain_string_in_excel(tmp_path: Any) -> None:
    columns = FOR_THE_MINISTRY[:1]
    rows = [(text,) for text in [*TEXTS, "\x0b\x0c\ufffe\uffff", "=" * 40_000, "<b>&amp;", "_x000D_"]]
    assert list(xlsx.write(tmp_path / "x.xlsx", columns, [rows])) == [len(rows)]
    found = cells((tmp_path / "x.xlsx").read_bytes())
    assert {kind for row in found for kind, _ in row.values()} <= {"inlineStr"}
