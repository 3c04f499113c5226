"""The ledger of erasures: what survives a restore, so that nobody who was erased comes back with a backup.

Every app names its rows that are erased (`ERASABLES`); whoever erases one remembers it in the same transaction. The
ledger is copied to a file outside the database (ERASURES_FILE) every ten minutes; after a restore the file says whom to
erase again.
"""

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.db import models

from keynet.privacy.models import Erasure

A_BATCH = 1000
# The time has its zone, and is no longer than isoformat() writes it.
_LINE = re.compile(r"([0-9T:.-]{19,26}[+-][0-9:]{5,15}) ([0-9a-f]{64})")


@dataclass(frozen=True)
class Erasable:
    """A kind of row that is erased: those whose person is still known, and how one of them is erased."""

    known: Callable[[], models.QuerySet[Any]]
    erase: Callable[[int], bool]


ERASABLES: list[Erasable] = []
"""Filled by the apps' configs."""


def remember(row: models.Model) -> None:
    """Write an erased row into the ledger; call it in the transaction that erases it."""
    Erasure.objects.bulk_create([Erasure(digest=digest(row))], ignore_conflicts=True)


def digest(row: models.Model) -> str:
    """Return a row's mark: kind, key and the microsecond of its making, so that a later row never has it."""
    made: datetime = getattr(row, "created_at", None) or row.date_joined  # type: ignore[attr-defined]  # of accounts
    return sha256(f"{row._meta.model_name}:{row.pk}:{made.timestamp():.6f}".encode()).hexdigest()


def export(file: Path) -> int:
    """Add to a file what it does not have yet, one line for each; return how many lines were added.

    The file is replaced whole: whoever is killed meanwhile leaves the old one, never half a line.
    """
    lines = file.read_text(encoding="ascii") if file.exists() else ""
    there = {mark for mark, _at in _read(lines)}
    new = [row for row in Erasure.objects.order_by("pk").iterator() if row.digest not in there]
    if new:
        lines += "".join(f"{row.at.isoformat()} {row.digest}\n" for row in new)
        being_written = file.with_suffix(f".{os.getpid()}")
        with being_written.open("w", encoding="ascii") as copy:
            copy.write(lines)
            copy.flush()
            os.fsync(copy.fileno())
        being_written.rename(file)
    return len(new)


def read(file: Path) -> list[tuple[str, datetime]]:
    """Return digest and time of each line; raises ValueError for a line that is none, cut off or mistyped."""
    return _read(file.read_text(encoding="ascii"))


def _read(lines: str) -> list[tuple[str, datetime]]:
    found = []
    for line in lines.splitlines():
        parts = _LINE.fullmatch(line)
        if parts is None:
            raise ValueError(f"not a line of the ledger: {line[:100]!r}")
        found.append((parts[2], datetime.fromisoformat(parts[1])))
    return found


def replay(lines: Iterable[tuple[str, datetime]]) -> int:
    """Erase again whom a restored backup brought back, and complete its ledger; return how many were erased."""
    erased = dict(lines)
    rows = [Erasure(digest=mark, at=at) for mark, at in erased.items()]
    Erasure.objects.bulk_create(rows, ignore_conflicts=True, batch_size=A_BATCH)
    back = [
        (kind, row.pk)
        for kind in ERASABLES
        for row in kind.known().order_by("pk").iterator(A_BATCH)
        if digest(row) in erased
    ]
    return sum(kind.erase(pk) for kind, pk in back)
