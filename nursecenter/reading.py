"""Reading the file of a report: TSV as in the circular, or CSV, in UTF-8 or the Windows encoding of Japan.

Only the form is read here, and every figure that is one; whether the figures agree is asked in `checking`.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from keynet.vocabulary.characters import HYPHENS, check_storable
from keynet.vocabulary.mistakes import Mistake
from keynet.vocabulary.prefectures import Prefecture, by_name
from nursecenter.columns import BY_KEY, CODE, COLUMNS, PHONE, PREFECTURE, headers, plain_cell

TOTAL = "計"
LONGEST_PHONE = 20
LONGEST_NAME = 20
"""What a sentence quotes of a cell; no prefecture's name is longer."""
WORKBOOK = b"PK\x03\x04"
"""How XLSX begins: a zip. It is not read; every spreadsheet can save CSV."""

_FIGURE = re.compile(r"[0-9]{1,9}")
_NOTHING = {"", *HYPHENS}


@dataclass(frozen=True)
class Row:
    """One line: `figures` holds what could be read, by key of column."""

    line: int
    name: str
    code: str
    figures: dict[str, int]
    phone: str

    @property
    def prefecture(self) -> Prefecture | None:
        """Return the prefecture that the line names, if it names one."""
        return by_name(self.name)


@dataclass(frozen=True)
class Sheet:
    """A file as read: its lines without 計, the printed 計, and what was odd about single cells."""

    rows: list[Row]
    totals: list[Row]
    unread: list[str] = field(default_factory=list)
    assumed: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Dialect:
    """How the bytes of a file are to be understood."""

    charset: str
    delimiter: str

    @property
    def media_type(self) -> str:
        """Return the type under which the file is handed out."""
        kind = "csv" if self.extension == "csv" else "tab-separated-values"
        return f"text/{kind}; charset={self.charset}"

    @property
    def extension(self) -> str:
        """Return how the name of the file ends."""
        return "csv" if self.delimiter == "," else "tsv"


def read(source: bytes) -> Sheet:
    """Return the lines of a report. Raises `Mistake` when the file as a whole cannot be understood."""
    lines = list(_lines(source))
    if not lines:
        raise Mistake("empty", "ファイルに表がありません。見出しの行から始まる表を選んでください。")
    (_number, head), *body = lines
    names = headers(head)
    _check_headers(names)
    sheet = Sheet(rows=[], totals=[])
    unknown = [name for name in names if name and name not in (*BY_KEY, CODE, PREFECTURE, PHONE)]
    sheet.assumed.extend(f"「{name[:LONGEST_NAME]}」の列は読みませんでした。" for name in unknown)
    for number, cells in body:
        if len(cells) == len(names):
            row = _row(number, dict(zip(names, cells, strict=True)), sheet)
            (sheet.totals if row.name == TOTAL else sheet.rows).append(row)
        else:
            sheet.unread.append(
                f"{number}行目の欄が{len(cells)}個あります。見出しと同じ{len(names)}個にしてください。"
            )
    return sheet


def dialect(source: bytes) -> Dialect:
    """Return encoding and delimiter. Raises `Mistake` when the bytes are no text of a known encoding."""
    if source.startswith(WORKBOOK):
        raise Mistake("workbook", "Excelのブックは読めません。表をCSV（UTF-8）で保存し直してください。")
    for charset in ("utf-8-sig", "cp932"):
        try:
            head = source.decode(charset).partition("\n")[0]
        except UnicodeDecodeError:
            continue
        return Dialect("Shift_JIS" if charset == "cp932" else "utf-8", "\t" if "\t" in head else ",")
    raise Mistake("encoding", "文字コードが分かりません。UTF-8かShift_JIS（CP932）で保存し直してください。")


def _lines(source: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield the number and the cells of every line that is not blank."""
    how = dialect(source)
    text = source.decode("cp932" if how.charset == "Shift_JIS" else "utf-8-sig")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=how.delimiter, strict=True)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, cells
    except csv.Error as error:
        raise Mistake(
            "broken", f"{reader.line_num}行目を読めません。引用符と区切りを確かめてください。"
        ) from error


def _check_headers(names: list[str]) -> None:
    for position, name in enumerate(names, start=1):
        try:
            check_storable(name)
        except Mistake as mistake:
            raise Mistake("header", f"見出しの{position}番目の欄の{mistake.sentence}") from mistake
    wanted = {PREFECTURE: PREFECTURE, PHONE: PHONE} | {column.key: column.header for column in COLUMNS}
    missing = [header for key, header in wanted.items() if names.count(key) == 0]
    twice = [header for key, header in wanted.items() if names.count(key) > 1]
    if missing:
        raise Mistake(
            "header", f"見出しに「{'」「'.join(missing)}」がありません。見出しの行を確かめてください。"
        )
    if twice:
        raise Mistake("header", f"見出しに「{'」「'.join(twice)}」が2つあります。1つにしてください。")


def _row(line: int, cells: dict[str, str], sheet: Sheet) -> Row:
    name = plain_cell(cells[PREFECTURE])[:LONGEST_NAME]
    figures = {}
    for column in COLUMNS:
        printed = plain_cell(cells[column.key])
        figure = printed.replace(",", "")
        where = f"{line}行目（{name}）の{column.header}"
        if figure in _NOTHING:
            sheet.assumed.append(f"{where}は「{printed}」でした。0として読みました。")
            figures[column.key] = 0
        elif _FIGURE.fullmatch(figure):
            figures[column.key] = int(figure)
        else:
            sheet.unread.append(f"{where}は「{printed[:20]}」です。0以上の整数にしてください。")
    phone = _phone(cells[PHONE].strip(), f"{line}行目（{name}）の連絡先", sheet)
    return Row(line, name, plain_cell(cells.get(CODE, "")), figures, phone)


def _phone(printed: str, where: str, sheet: Sheet) -> str:
    if len(printed) > LONGEST_PHONE:
        sheet.unread.append(f"{where}は{LONGEST_PHONE}文字以内にしてください。")
    try:
        check_storable(printed[:LONGEST_PHONE])
    except Mistake as mistake:
        sheet.unread.append(f"{where}：{mistake.sentence}")
    return printed
