"""The national list of medical institutions: a CSV file or a ZIP of one, read, checked and loaded at once.

Each row: 都道府県2桁+医療機関コード7桁, 医療機関コード, 名称, 郵便番号, 所在地 (without the prefecture).
"""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from facilities.models import Institution
from keynet.vocabulary.contact import postal_digits
from keynet.vocabulary.japanese import digits, search_key, single_line
from keynet.vocabulary.mistakes import Mistake
from keynet.vocabulary.prefectures import PREFECTURES

COLUMNS = ("code", "short_code", "name", "prefecture", "postal_code", "address", "search_key")
LONGEST = {"name": 200, "address": 300, "search_key": 600}
MOST_REPORTED = 100


class BadRows(Exception):
    """The file has rows that cannot be used; nothing of it was kept."""

    def __init__(self, rows: list[tuple[int, str]]) -> None:
        super().__init__(f"{len(rows)} rows cannot be used")
        self.rows = rows


@dataclass
class Loaded:
    """What came of a file."""

    read: int = 0
    added: int = 0
    updated: int = 0
    bad: list[tuple[int, str]] = field(default_factory=list)


def load(path: Path, *, skip_bad: bool = False) -> Loaded:
    """Bring the directory up to the file's state, in one transaction; rows that vanished from the file stay.

    Raises BadRows (line number and reason of each) unless `skip_bad`, and ValueError when it is no such file.
    """
    loaded = Loaded()
    with transaction.atomic(), opened(path) as text, connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMP TABLE incoming (line int, code text, short_code text, name text, prefecture text, "
            "postal_code text, address text, search_key text)"
        )
        with cursor.copy(f"COPY incoming (line, {', '.join(COLUMNS)}) FROM STDIN") as copy:
            for number, row in _rows(text, loaded):
                copy.write_row((number, *row))
        if loaded.bad and not skip_bad:
            raise BadRows(loaded.bad)
        loaded.added, loaded.updated = _merge(cursor)
        cursor.execute("DROP TABLE incoming")
    return loaded


def _merge(cursor: CursorWrapper) -> tuple[int, int]:
    """Insert and update; a code that stands twice in the file counts with its last line."""
    table = Institution._meta.db_table
    names = ", ".join(COLUMNS)
    changes = ", ".join(f"{name} = excluded.{name}" for name in COLUMNS[1:])
    differs = " OR ".join(f"{table}.{name} <> excluded.{name}" for name in COLUMNS[1:])
    cursor.execute(
        f"WITH done AS (INSERT INTO {table} ({names}) "  # noqa: S608  (all names are our own)
        f"SELECT DISTINCT ON (code) {names} FROM incoming ORDER BY code, line DESC "
        f"ON CONFLICT (code) DO UPDATE SET {changes} WHERE {differs} RETURNING (xmax = 0) AS is_new) "
        "SELECT count(*) FILTER (WHERE is_new), count(*) FILTER (WHERE NOT is_new) FROM done"
    )
    added, updated = cursor.fetchone()
    return added, updated


def _rows(text: IO[str], loaded: Loaded) -> Iterator[tuple[int, tuple[str, ...]]]:
    reader = csv.reader(text)
    try:
        for cells in reader:
            loaded.read += 1
            try:
                yield reader.line_num, _row(cells)
            except Mistake as mistake:
                loaded.bad.append((reader.line_num, mistake.sentence))
    except csv.Error as error:
        raise ValueError(f"{reader.line_num}行目を読めません。引用符と区切りを確かめてください。") from error
    if not loaded.read:
        raise ValueError("ファイルに行がありません。医療機関の一覧を選んでください。")


def _row(cells: list[str]) -> tuple[str, ...]:
    if len(cells) != 5:
        raise Mistake("columns", f"列が{len(cells)}個あります。5個の行だけを読めます。")
    code, short_code = digits(cells[0]), digits(cells[1])
    if len(code) != 9 or len(short_code) != 7 or code[2:] != short_code:
        raise Mistake(
            "code", f"コード「{cells[0][:20]}」と「{cells[1][:20]}」が、9桁と7桁の組ではありません。"
        )
    prefecture = PREFECTURES.get(code[:2])
    if prefecture is None:
        raise Mistake("prefecture", f"コード「{code}」の先頭の2桁が、都道府県番号ではありません。")
    name, address = _text(cells[2], "name", "名称"), _text(cells[4], "address", "所在地")
    postal_code = postal_digits(cells[3]) if cells[3].strip() else ""
    key = search_key(f"{name} {address} {prefecture.name}")
    if len(key) > LONGEST["search_key"]:  # one sign may stand for eighteen
        raise Mistake(
            "length", "名称と所在地に、合わせ文字（㍿など）が多すぎます。ふつうの文字で書いてください。"
        )
    return code, short_code, name, prefecture.code, postal_code, address, key


def _text(cell: str, column: str, label: str) -> str:
    text = single_line(cell)
    if not 0 < len(text) <= LONGEST[column]:
        raise Mistake("length", f"{label}が{len(text)}文字です。1文字から{LONGEST[column]}文字までです。")
    return text


@contextmanager
def opened(path: Path) -> Iterator[IO[str]]:
    """Open the CSV, also inside a ZIP, as UTF-8 or else CP932; raises ValueError when it is neither."""
    if zipfile.is_zipfile(path):
        name, encoding = _member(path)
        with zipfile.ZipFile(path) as archive, archive.open(name) as raw:
            yield io.TextIOWrapper(raw, encoding=encoding, newline="")
    else:
        encoding = _encoding(path.open("rb"))
        with path.open(encoding=encoding, newline="") as text:
            yield text


def _member(path: Path) -> tuple[str, str]:
    """Return the name of the only CSV of an archive and its encoding; raises ValueError when it does not unpack."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if name.lower().endswith(".csv")]
            if len(names) != 1:
                raise ValueError("ZIPファイルの中に、CSVファイルを1つだけ入れてください。")
            return names[0], _encoding(archive.open(names[0]))
    except (
        zipfile.BadZipFile,
        RuntimeError,
        zlib.error,
        EOFError,
    ) as error:  # damaged, encrypted, packed unusually
        raise ValueError("ZIPファイルを開けません。中のCSVファイルをそのまま選んでください。") from error


def _encoding(raw: IO[bytes]) -> str:
    """Read the bytes once to the end: a wrong guess would otherwise show in the middle of the load."""
    with raw:
        for encoding in ("utf-8-sig", "cp932"):
            raw.seek(0)
            decoded = io.TextIOWrapper(raw, encoding=encoding, newline="")
            try:
                while decoded.read(1 << 20):
                    pass
            except UnicodeDecodeError:
                continue
            else:
                return encoding
            finally:
                decoded.detach()
    raise ValueError("文字コードがUTF-8でもCP932でもありません。ファイルを確かめてください。")
