"""Rows of the database as lines of CSV, made by PostgreSQL: `COPY (query) TO STDOUT`.

The query is compiled from the very queryset that a page shows, so that filters and permissions stand in one place.
Made in Python, a million postings with a hundred columns take ten times as long (docs/performance.md).
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet

AT_ONCE = 64 * 1024
"""Bytes given to the visitor together."""
LONGEST = "900s"
"""How long one file may take: a slow line must not hold its snapshot of the database for ever."""
BROKEN_OFF = "※ここで途切れました。このファイルは使わずに、もう一度書き出してください。\r\n"


def copied(columns: Iterable[Any], rows: QuerySet[Any]) -> Iterator[bytes]:
    """Give the lines of all rows, in pieces of some 64 KB. Whoever closes the iterator ends the query.

    When the database fails in the middle, the last line says so and the error goes on to the server, which then
    breaks the connection off instead of ending it: no browser takes that for a complete file.
    """
    sql = statement(columns, rows)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL statement_timeout = '{LONGEST}'")
            with connection.wrap_database_errors, cursor.copy(sql) as copy:
                yield from _pieces(copy)
    except GeneratorExit:
        raise
    except BaseException:
        yield BROKEN_OFF.encode()
        raise


def statement(columns: Iterable[Any], rows: QuerySet[Any]) -> str:
    """Return the COPY of these columns; values of the conditions stand in it as literals, quoted by the driver."""
    sql, params = rows.values_list(*columns).query.sql_with_params()
    with connection.cursor() as cursor:
        # Django's cursor hands on to psycopg's, which alone knows how to write values into the text.
        return f"COPY ({cursor.mogrify(sql, params)}) TO STDOUT (FORMAT csv)"


def _pieces(copy: Iterable[Any]) -> Iterator[bytes]:
    """Join lines to larger pieces. PostgreSQL gives one row at a time and ends it with a line feed alone."""
    piece = bytearray()
    for row in map(bytes, copy):
        # Line breaks inside a cell are line feeds, whatever was typed.
        piece += (row.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in row else row)[:-1]
        piece += b"\r\n"
        if len(piece) >= AT_ONCE:
            yield bytes(piece)
            piece.clear()
    yield bytes(piece)
