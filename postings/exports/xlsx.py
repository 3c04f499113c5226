"""The one writer of Excel files: the same columns as CSV, strings as strings, in constant memory."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import xlsxwriter
from django.db.models import QuerySet

from postings.exports.safety import guarded
from postings.exports.writer import Column

ROWS_OF_A_SHEET = 1_048_575
"""What Excel takes, less the headings; more go on in further sheets."""
AT_ONCE = 2000
_NOT_IN_XML = re.compile("[\ufffe\uffff]")


def batches(columns: Iterable[Column], rows: QuerySet[Any]) -> Iterator[list[tuple[Any, ...]]]:
    """Read all rows, the newest first, some at a time: each a short query, so that no snapshot is held for minutes."""
    said: list[Any] = [column.of for column in columns]
    wanted = rows.order_by("-pk").values_list("pk", *said)
    found = list(wanted[:AT_ONCE])
    while found:
        yield [row[1:] for row in found]
        found = list(wanted.filter(pk__lt=found[-1][0])[:AT_ONCE])


def write(file: Path, columns: list[Column], read: Iterable[list[tuple[Any, ...]]]) -> Iterator[int]:
    """Write the file and give the number of rows written, now and then; it is whole when the last was given."""
    options = {
        "constant_memory": True,
        "use_zip64": True,  # a million rows are some gigabytes before they are packed
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "tmpdir": str(file.parent),
    }
    with xlsxwriter.Workbook(str(file), options) as book:
        headings = [guarded(column.heading) for column in columns]
        sheet = _sheet(book, headings)
        written = 0
        for batch in read:
            for row in batch:
                at = written % ROWS_OF_A_SHEET
                if written and at == 0:
                    sheet = _sheet(book, headings)
                _line(sheet, at + 1, row)
                written += 1
            yield written


def _sheet(book: Any, headings: list[str]) -> Any:
    sheet = book.add_worksheet()
    sheet.freeze_panes(1, 0)
    _line(sheet, 0, headings)
    return sheet


def _line(sheet: Any, at: int, cells: Iterable[Any]) -> None:
    for place, value in enumerate(cells):
        if isinstance(value, str):
            sheet.write_string(at, place, _NOT_IN_XML.sub("", value))
        elif value is not None:
            sheet.write_number(at, place, value)
