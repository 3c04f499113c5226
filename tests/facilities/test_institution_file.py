"""The national list is loaded whole or not at all."""

import zipfile
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from facilities.models import Institution

pytestmark = pytest.mark.django_db

AIZEN = "010112489,0112489,医療法人 愛全病院,0050813,札幌市南区川沿１３条２丁目１番３８号\n"
SAKURA = "140112481,0112481,さくら病院,231-0017,横浜市中区港町１－１\n"


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "list.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_a_list_is_read_in_the_encodings_that_offices_use(tmp_path: Path, encoding: str) -> None:
    call_command("import_institutions", written(tmp_path, AIZEN + SAKURA, encoding))
    found = Institution.objects.get(code="010112489")
    assert (found.short_code, found.prefecture, found.postal_code) == ("0112489", "01", "0050813")
    assert found.name == "医療法人 愛全病院"


def test_a_zip_with_one_list_is_read(tmp_path: Path) -> None:
    path = tmp_path / "list.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("all.csv", AIZEN)
    call_command("import_institutions", path)
    assert Institution.objects.count() == 1


def test_a_second_run_updates_and_adds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("import_institutions", written(tmp_path, AIZEN))
    call_command("import_institutions", written(tmp_path, AIZEN.replace("愛全病院", "新愛全病院") + SAKURA))
    assert Institution.objects.get(code="010112489").name == "医療法人 新愛全病院"
    assert "追加1、更新1" in capsys.readouterr().out


def test_a_code_that_stands_twice_counts_once(tmp_path: Path) -> None:
    call_command("import_institutions", written(tmp_path, AIZEN + AIZEN.replace("川沿", "澄川")))
    assert "澄川" in Institution.objects.get().address


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("010112489,0112489,愛全病院\n", "列が3個"),
        ("990112489,0112489,愛全病院,0050813,札幌市\n", "都道府県番号"),
        ("01011248,0112489,愛全病院,0050813,札幌市\n", "9桁と7桁"),
        ("010112489,0112489,,0050813,札幌市\n", "名称が0文字"),
        ("010112489,0112489,愛全病院,12,札幌市\n", "郵便番号は7桁"),
        (f"010112489,0112489,{'長' * 300},0050813,札幌市\n", "名称が300文字"),
        ("010112489,0112489,愛全\x00病院,0050813,札幌市\n", "使えない文字"),
    ],
)
def test_a_bad_row_is_named_by_its_line_and_nothing_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], row: str, reason: str
) -> None:
    with pytest.raises(CommandError):
        call_command("import_institutions", written(tmp_path, SAKURA + row))
    said = capsys.readouterr().err
    assert "2行目：" in said and reason in said
    assert not Institution.objects.exists()


def test_bad_rows_can_be_left_out(tmp_path: Path) -> None:
    call_command("import_institutions", written(tmp_path, SAKURA + "x,y\n"), "--skip-bad")
    assert Institution.objects.get().name == "さくら病院"


def test_a_file_that_is_no_list_is_refused_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "image.png").write_bytes(b"\x89PNG\xff\xfe\x81")
    with pytest.raises(CommandError, match="文字コード"):
        call_command("import_institutions", tmp_path / "image.png")
    with pytest.raises(CommandError, match="ファイルがありません"):
        call_command("import_institutions", tmp_path / "nothing.csv")
