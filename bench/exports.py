"""The ministry's file of all postings beside COPY of the same rows (P7)."""

import time
from dataclasses import dataclass
from typing import Any

import psycopg

from bench import memory
from bench.budgets import MINISTRY
from bench.client import Line
from bench.world import Sites, World

CSV = "/ministry/postings.csv"
COPY = """
    COPY (SELECT p.*, f.name, f.kind, f.institution_code, f.lg_code FROM postings_posting p
          JOIN facilities_facility f ON f.id = p.facility_id WHERE p.status <> 'draft' ORDER BY p.id)
    TO STDOUT (FORMAT csv)
"""


@dataclass(frozen=True)
class ExportResult:
    """The file: seconds beside COPY, seconds to its first byte, its size, and the worker's peak of memory in MB."""

    seconds: float
    copy: float
    first: float
    megabytes: float
    before: float
    peak: float


def measure(world: World, sites: Sites, facts: dict[str, Any]) -> ExportResult:
    """Read both whole, COPY before and after."""
    copies = [_copy(world)]
    memory.forget_peaks(sites)
    before = memory.peak(sites)
    line = Line(sites.port, facts["sessions"][MINISTRY])
    answer = line.get(CSV)
    if answer.status != 200:
        raise SystemExit(f"{CSV} answered {answer.status}")
    peak = memory.peak(sites)
    copies.append(_copy(world))
    return ExportResult(
        answer.whole / 1000, sum(copies) / 2, answer.first / 1000, answer.size / 1e6, before, peak
    )


def _copy(world: World) -> float:
    started = time.perf_counter()
    with psycopg.connect(world.env["DATABASE_URL"]) as connection, connection.cursor().copy(COPY) as rows:
        for _ in rows:
            pass
    return time.perf_counter() - started
