"""The goals, each with what was measured for it and whether it is reached."""

from collections.abc import Iterator
from typing import NamedTuple

from bench import keywords, pages
from bench.measured import Measured

# Requests a second of les-emplois' search where the floor of cards gave 310; the second is a bound (two processors, 2.8 s).
PEER_FLOOR, PEER = 310.0, {100_000: 2.9, 1_000_000: 0.7}


class Line(NamedTuple):
    """One line of the table."""

    number: str
    what: str
    goal: str
    measured: str
    reached: bool


def lines(measured: list[Measured]) -> Iterator[Line]:
    """Give the goals at the largest size that was measured."""
    last = measured[-1]
    yield from _of_pages(last)
    yield from _of_growth(measured)
    worst = last.keywords[0]
    yield _ratio(
        "P3",
        f"worst of {len(last.keywords)} keyword searches (「{worst.words}」)",
        worst.ratio.ratio,
        keywords.MOST,
    )
    yield Line(
        "P5",
        "newest 1,000 postings while others search, p99",
        "≤ 50 ms",
        f"{last.p99:.0f} ms",
        last.p99 <= 50,
    )
    yield from _of_peers(measured)
    yield from _of_files(last)
    yield from _of_letters(last)
    yield from _of_resources(last)


def _ratio(number: str, what: str, ratio: float, most: float) -> Line:
    return Line(number, what, f"≤ {most:g} × floor", f"{ratio:.2f} ×", ratio <= most)


def _of_pages(last: Measured) -> Iterator[Line]:
    for result in last.pages:
        if result.page.goal:
            yield _ratio(result.page.goal, f"{result.page.name}, p50", result.usual.ratio, result.page.most)
        if result.page is pages.SEARCH:
            yield _ratio("P1", f"{result.page.name}, p95", result.slow.ratio, 3.0)
            share = last.throughput.ratio
            yield Line(
                "P1", f"{result.page.name}, req/s at 16", "≥ 0.5 × floor", f"{share:.2f} ×", share >= 0.5
            )


def _of_growth(measured: list[Measured]) -> Iterator[Line]:
    first, last = measured[0], measured[-1]
    if first is last:
        return
    growth = _search(last).usual.ratio / _search(first).usual.ratio
    what = f"growth of the search from {first.size:,} to {last.size:,}, beside the floor's"
    yield Line("P2", what, "≤ 1.2 ×", f"{growth:.2f} ×", growth <= 1.2)


def _search(measured: Measured) -> pages.PageResult:
    return next(result for result in measured.pages if result.page is pages.SEARCH)


def _of_peers(measured: list[Measured]) -> Iterator[Line]:
    for one, least in ((one, {100_000: 40, 1_000_000: 400}.get(one.size)) for one in measured):
        if least:
            times = one.throughput.ratio * PEER_FLOOR / PEER[one.size]
            what = f"les-emplois' search at {one.size:,}, req/s at 16, by way of the floor"
            yield Line("P6", what, f"≥ {least} ×", f"{times:.0f} ×", times >= least)


def _of_files(last: Measured) -> Iterator[Line]:
    if found := last.export:
        times = found.seconds / found.copy
        what = f"CSV of all postings ({found.megabytes:.0f} MB in {found.seconds:.1f} s; COPY {found.copy:.1f} s)"
        yield Line("P7", what, "≤ 3 × COPY", f"{times:.2f} ×", times <= 3)
        yield Line("P7", "its first byte", "≤ 0.2 s", f"{found.first:.2f} s", found.first <= 0.2)
        grown = found.peak - found.before
        what = f"what it adds to its worker's memory (peak {found.peak:.0f} MB)"
        yield Line("P7", what, "≤ 100 MB", f"{grown:.0f} MB", grown <= 100)


def _of_letters(last: Measured) -> Iterator[Line]:
    if sent := last.letters:
        what = f"letters to a local sink, 2 postmen ({sent.undisturbed:.0f} /s while nobody reads)"
        yield Line("P8", what, "≥ 300 /s", f"{sent.per_second:.0f} /s", sent.per_second >= 300)
        yield _moved("P8", sent.alone, sent.meanwhile)
    if told := last.alerts:
        what = f"{told.postings:,} new postings, {told.conditions:,} conditions: database time ({told.letters:,} letters in {told.seconds:.0f} s)"
        yield Line("P9", what, "≤ 20 s", f"{told.database:.1f} s", told.database <= 20)
        yield _moved("P9", told.alone, told.meanwhile)


def _moved(number: str, alone: float, meanwhile: float) -> Line:
    moved = meanwhile / alone - 1
    what = f"the search's p95 meanwhile ({alone:.1f} → {meanwhile:.1f} ms)"
    return Line(number, what, "≤ +20 %", f"{moved:+.0%}", moved <= 0.2)


def _of_resources(last: Measured) -> Iterator[Line]:
    for found in last.imports:
        measured = f"{found.seconds:.1f} s, {found.peak:.0f} MB"
        reached = found.seconds <= 10 and found.peak <= 150
        yield Line("P10", f"import of the national list, {found.what}", "≤ 10 s, ≤ 150 MB", measured, reached)
    if last.sheets:
        speed, size = last.sheets["per_second"], last.sheets["largest"]
        measured = f"{speed:.1f} /s, {size:.0f} KB"
        yield Line(
            "P11",
            "求人票 as PDF, warm, per processor",
            "≥ 10 /s, ≤ 200 KB",
            measured,
            speed >= 10 and size <= 200,
        )
    if last.memory:
        most = max(last.memory)
        yield Line("P12", "a web worker after all this", "≤ 130 MB", f"{most:.0f} MB", most <= 130)
    for one in last.budgets:
        who = f" ({one.budget.person.partition('@')[2].partition('.')[0]})" if one.budget.person else ""
        asked = "no such page" if one.questions is None else f"{one.questions} ({one.milliseconds:.0f} ms)"
        reached = one.questions is not None and one.questions <= one.budget.most
        yield Line("P13", f"questions of `{one.budget.path}`{who}", f"≤ {one.budget.most}", asked, reached)
