"""docs/performance.md: the machine's facts, the goals, every page and word, growth, and the indexes."""

import os
import platform
from collections.abc import Iterator
from datetime import UTC, datetime

from bench import noise
from bench.goals import lines
from bench.measured import Measured

WORST_SHOWN = 12


def write(measured: list[Measured], load: float) -> str:
    """Return the document."""
    parts = [
        _facts(measured, load),
        _goals(measured),
        _growth(measured),
        _pages(measured[-1]),
        _words(measured[-1]),
    ]
    return "\n\n".join("\n".join(part) for part in [*parts, _indexes(measured[-1])]) + "\n"


def _facts(measured: list[Measured], load: float) -> Iterator[str]:
    last = measured[-1]
    settings = ", ".join(f"{name} {value}" for name, value in sorted(last.facts["settings"].items()))
    worst = max(one.others for one in measured)
    yield "# Performance"
    yield ""
    yield "Written by `bench/run`. Each page is measured by turns with its floor, the best that the same machine can do for"
    yield "the same answer; the median of the ratios is what counts (least and most beside it), absolute times move with the"
    yield "machine. Floor of lists: the 20 newest postings, stored values through a plain Django template, standard middleware,"
    yield "a server of its own beside the service's. Floor of the posting page: one row in the same way."
    yield ""
    yield (
        f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python "
        f"{platform.python_version()}, gunicorn 2 × 4 threads, load average at the start {load:.1f}. "
        f"Embedded PostgreSQL {last.facts['version']}: {settings}. "
        f"{last.size:,} postings ({last.facts['published']:,} published), database {last.facts['bytes'] / 1e9:.1f} GB."
    )
    if worst > noise.MOST:
        yield ""
        yield (
            f"**Not valid**: other programs took {worst:.0%} of the processors meanwhile; measure again on a quiet machine."
        )


def _goals(measured: list[Measured]) -> Iterator[str]:
    yield "## Goals"
    yield ""
    yield "| # | what | goal | measured | reached |"
    yield "|---|---|---|---|---|"
    for line in lines(measured):
        yield f"| {line.number} | {line.what} | {line.goal} | {line.measured} | {'yes' if line.reached else '**no**'} |"
    yield ""
    yield "P6 compares with les-emplois, measured earlier on such a machine while the floor gave 310 requests a second: 2.9 a"
    yield "second at 16 connections with 100,000 postings; with a million a page took 2.8 s, so two processors give 0.7 at most."
    yield "Its number is our share of the floor times what the floor was of theirs."


def _growth(measured: list[Measured]) -> Iterator[str]:
    yield "## Growth"
    yield ""
    yield _row("page, ms (× floor)", [f"{one.size:,}" for one in measured])
    yield _row("---", ["---"] * len(measured))
    for place, result in enumerate(measured[-1].pages):
        found = [one.pages[place].usual for one in measured]
        yield _row(result.page.name, [f"{one.value:.1f} ({one.ratio:.2f})" for one in found])
    yield _row("worst keyword", [_worst(one) for one in measured])
    yield _row("floor of cards", [f"{one.pages[0].usual.floor:.1f}" for one in measured])
    yield _row("its 20 rows by bare psycopg", [f"{one.rows:.2f}" for one in measured])
    speeds = [f"{one.throughput.value:.0f} of {one.throughput.floor:.0f}" for one in measured]
    yield _row("search, req/s at 16 connections, of the floor's", speeds)
    yield _row("seeding, s", [f"{one.seconds['seed_scale']:.0f}" for one in measured])


def _row(name: str, cells: list[str]) -> str:
    return f"| {name} | {' | '.join(cells)} |"


def _worst(measured: Measured) -> str:
    worst = measured.keywords[0]
    return f"{worst.ratio.value:.1f} ({worst.ratio.ratio:.2f})"


def _pages(last: Measured) -> Iterator[str]:
    yield f"## Pages at {last.size:,} postings"
    yield ""
    yield "| page | KB | p50 ms | × floor | p95 ms | × floor |"
    yield "|---|---|---|---|---|---|"
    for result in last.pages:
        usual, slow = result.usual, result.slow
        yield f"| {result.page.name} | {result.kilobytes:.0f} | {usual.value:.1f} | {usual} | {slow.value:.1f} | {slow} |"


def _words(last: Measured) -> Iterator[str]:
    yield f"## Keywords at {last.size:,} postings"
    yield ""
    yield f"{len(last.keywords)} searches; the slowest, and the median of all."
    yield ""
    yield "| words | ms | × floor |"
    yield "|---|---|---|"
    for result in last.keywords[:WORST_SHOWN]:
        yield f"| {result.words} | {result.ratio.value:.1f} | {result.ratio} |"
    middle = last.keywords[len(last.keywords) // 2]
    yield f"| {middle.words} (median) | {middle.ratio.value:.1f} | {middle.ratio} |"


def _indexes(last: Measured) -> Iterator[str]:
    yield "## Indexes"
    yield ""
    yield "How often the pages and words above used each index of the searched tables. What each is for stands beside its"
    yield "declaration in `postings/models/`."
    yield ""
    yield "| index | scans | MB | on |"
    yield "|---|---|---|---|"
    for _, name, scans, size, definition in last.indexes:
        on = definition.partition(" USING ")[2].replace("|", "\\|")
        yield f"| {name} | {scans:,} | {size / 1e6:.1f} | {on} |"
