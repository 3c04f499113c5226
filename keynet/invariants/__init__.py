"""What must always be true of the data, whatever crashed: asked after every fault and every night.

Each invariant is one question whose answer must be no rows. The code prevents these states by constraints, locks and
transactions; here nothing of that code is trusted: the tables are read with SQL of its own.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.db import connection


@dataclass(frozen=True)
class Invariant:
    """One sentence that is true of the data, and the search for rows against it."""

    code: str
    sentence: str
    broken: Callable[[], list[str]]


INVARIANTS: list[Invariant] = []


def invariant(code: str, sentence: str) -> Callable[[Callable[[], list[str]]], Callable[[], list[str]]]:
    """Enter a search under its code (reliability sheet, 3.5) and its sentence."""

    def enter(broken: Callable[[], list[str]]) -> Callable[[], list[str]]:
        INVARIANTS.append(Invariant(code, sentence, broken))
        return broken

    return enter


def rows(sql: str, parameters: Mapping[str, str | list[str]] | None = None) -> list[str]:
    """Return each row of a query as one line for people; the query selects no personal data."""
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return [" ".join(str(value) for value in row) for row in cursor.fetchall()]


def check() -> list[tuple[Invariant, list[str]]]:
    """Return the invariants that do not hold, with the rows that say so."""
    # Importing enters them.
    from keynet.invariants import (  # noqa: F401
        counts,
        history,
        letters,
        people,
        privacy,
        searching,
        telling,
    )

    ordered = sorted(INVARIANTS, key=lambda invariant: invariant.code)
    return [(invariant, found) for invariant in ordered if (found := invariant.broken())]
