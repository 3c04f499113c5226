"""The one writer of CSV: UTF-8 with BOM, CRLF, safe to open in a spreadsheet, in constant memory.

Rows of the database become the file inside PostgreSQL (`copying`); the few rows that Python makes are written here.
"""

import csv
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from django.db.models import F, QuerySet
from django.db.models.expressions import BaseExpression
from django.http import StreamingHttpResponse
from django.utils import timezone

from postings.exports.copying import copied
from postings.exports.safety import cell, guarded

BOM = "\ufeff"


class Column(NamedTuple):
    """One column: its heading, and what it says of a row.

    Of rows of the database an expression says it, made with `postings.exports.expressions`: a number, or text that is
    safe already. Of rows that Python makes a function does.
    """

    heading: str
    of: BaseExpression | F | Callable[[Any], Any]


class _Line:
    """A file of one line: csv writes into it, the response takes it out."""

    def write(self, text: str) -> str:
        return text


def line(cells: Iterable[str]) -> str:
    """Return one line of the file."""
    return str(csv.writer(_Line(), lineterminator="\r\n").writerow(cells))


def head(columns: Iterable[Column]) -> str:
    """Return how every file begins: the mark by which Excel knows UTF-8, and the headings."""
    return BOM + line(guarded(column.heading) for column in columns)


def lines(columns: list[Column], rows: QuerySet[Any] | Iterable[Any]) -> Iterator[bytes]:
    """Give the file piece by piece, the headings before any row is read."""
    yield head(columns).encode()
    if isinstance(rows, QuerySet):
        yield from copied([column.of for column in columns], rows)
    else:
        for row in rows:
            yield line(cell(column.of(row)) for column in columns if callable(column.of)).encode()


def download(name: str, columns: list[Column], rows: QuerySet[Any] | Iterable[Any]) -> StreamingHttpResponse:
    """Answer with `keynet_{name}_{YYYYMMDD}.csv`; nothing is kept in memory and the first line leaves at once."""
    response = StreamingHttpResponse(lines(columns, rows), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{file_name(name, "csv")}"'
    return response


def file_name(name: str, form: str) -> str:
    """Return the name of a file of today, e.g. `keynet_postings_20261201.csv`."""
    return f"keynet_{name}_{timezone.localdate():%Y%m%d}.{form}"
