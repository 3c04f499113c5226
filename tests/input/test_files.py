"""Files that an operator gives to a command: it is read, or a sentence says why not and nothing is kept."""

import re
from collections.abc import Iterable
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import transaction

from nursecenter.importing import SHIPPED
from tests.input.corpus import SOURCES, Dealer, category
from tests.input.corpus.files import FACTS, archives, spoiled
from tests.nursecenter.sheets import HEADER, PHONE, with_cell

pytestmark = pytest.mark.django_db
INSTITUTIONS = "".join(
    f"14011{n:04},011{n:04},さくら病院{n},231-0017,横浜市中区港町1-{n}\n" for n in range(1, 30)
).encode()
LEDGER = "".join(f"2026-11-{n:02}T10:00:00+09:00 {n:064x}\n" for n in range(1, 30)).encode()
SHARE = 7
"""By day every seventh file."""

JAPANESE = re.compile(r"[ぁ-ん].*。", re.S)
File = tuple[str, bytes]


def some(files: Iterable[File]) -> list[File]:
    """Return all of the files, or by day a share of them."""
    return list(files) if Dealer().asked else list(files)[::SHARE]


def given(command: str, path: Path, *options: str) -> str:
    """Run the command and take back what it did; return the sentence with which it refused the file, or nothing.

    Nothing that was refused leaves a row, and a command fails with its own sentence only.
    """
    with transaction.atomic():
        before = rows()
        said = ""
        try:
            call_command(command, str(path), *options, stdout=StringIO(), stderr=StringIO())
        except CommandError as refused:
            said = str(refused)
            assert refused.returncode == 1 and 5 < len(said) < 20_000
            assert rows() == before
        transaction.set_rollback(True)
    return said


def rows() -> dict[str, int]:
    """Return how many rows each table has that a file fills."""
    names = ("institution", "statreport", "statcolumn", "statrow", "statnote", "erasure")
    return {m._meta.label: m._base_manager.count() for m in apps.get_models() if m._meta.model_name in names}


def test_any_file_may_be_given_as_the_list_of_institutions(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    for name, content in some([*archives(INSTITUTIONS), *spoiled(INSTITUTIONS)]):
        path.write_bytes(content)
        said = given("import_institutions", path)
        assert not said or JAPANESE.search(said), name
        given("import_institutions", path, "--skip-bad")
    assert not given("import_institutions", _written(path, INSTITUTIONS))


def test_any_text_may_stand_in_a_cell_of_the_list(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    for turn, source in enumerate(SOURCES):
        values = category(source)
        for value in values if Dealer().asked else values[turn::199]:
            cell = value.text.replace('"', '""').encode("utf-8", "surrogatepass")
            line = b'140110030,0110030,"' + cell + '",231-0017,"横浜市'.encode() + cell + b'"\n'
            said = given("import_institutions", _written(path, INSTITUTIONS + line))
            assert not said or JAPANESE.search(said), value


def test_a_name_that_grows_when_it_is_made_searchable_is_refused(tmp_path: Path) -> None:
    line = f"140110030,0110030,{chr(0xFDFA) * 200},231-0017,横浜市\n".encode()
    assert "読み込みませんでした" in given("import_institutions", _written(tmp_path / "list.csv", line))


def test_what_no_database_holds_is_named_by_its_place_in_the_table(tmp_path: Path) -> None:
    path, facts = tmp_path / "table.csv", SHIPPED.with_suffix(".toml")
    for line, place, said in ((HEADER, 0, "見出しの1番目"), (5, PHONE, "6行目（宮城県）の連絡先")):
        _written(path, with_cell(line, place, "\0"))
        assert said in given("import_nursecenter_report", path, "--facts", str(facts))


def test_any_file_may_be_given_as_the_table_of_the_nurse_centers(tmp_path: Path) -> None:
    path, facts = tmp_path / "table.csv", SHIPPED.with_suffix(".toml")
    for name, content in some([*archives(SHIPPED.read_bytes()), *spoiled(SHIPPED.read_bytes())]):
        said = given("import_nursecenter_report", _written(path, content), "--facts", str(facts))
        assert not said or JAPANESE.search(said), name


def test_anything_may_stand_beside_the_table(tmp_path: Path) -> None:
    path, good = tmp_path / "facts.toml", SHIPPED.with_suffix(".toml").read_text(encoding="utf-8")
    head = good[: good.index("\n[")]
    texts = [text for fact in FACTS for text in (fact, f"{fact}\n{good}", f"{head}\n{fact}")]
    texts.append(good.replace('"', '"\\u0000', 1))
    files = [(text[:20], text.encode()) for text in texts] + some(spoiled(good.encode()))
    for name, content in files:
        said = given("import_nursecenter_report", SHIPPED, "--facts", str(_written(path, content)))
        assert not said or JAPANESE.search(said), name


def test_any_file_may_be_given_as_the_ledger_of_erasures(tmp_path: Path) -> None:
    path = tmp_path / "erasures"
    odd = [("no zone", b"2026-11-21 " + b"a" * 64), ("no digest", b"2026-11-21T10:00Z " + b"\0" * 64)]
    files = odd + some(spoiled(LEDGER))
    for name, content in files:
        _written(path, content)
        assert all(given(command, path) != name for command in ("replay_erasures", "export_erasures"))
    assert given("replay_erasures", _written(path, LEDGER)) == ""


@pytest.mark.parametrize("command", ["import_institutions", "import_nursecenter_report", "replay_erasures"])
def test_a_folder_and_a_file_that_is_not_there_are_no_files(command: str, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nothing", tmp_path / ("x" * 300)):
        assert given(command, path)


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
