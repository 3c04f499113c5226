"""Letters a second by two postmen, a commit before and after each, while somebody reads the site (P8)."""

import subprocess
import sys
import time
from dataclasses import dataclass

from bench.compare import Effort
from bench.reader import slow_pages, slow_pages_alone
from bench.world import Sites, World
from keynet.local.places import ROOT

HOW_MANY = 3000


@dataclass(frozen=True)
class LetterResult:
    """Letters a second with and without a reader, and the reader's slow pages (p95, ms) alone and meanwhile."""

    per_second: float
    undisturbed: float
    alone: float
    meanwhile: float


def measure(world: World, sites: Sites, effort: Effort) -> LetterResult:
    """Let letters leave twice: nobody reads, then somebody does."""
    number = HOW_MANY // effort.step
    undisturbed, _ = _deliver(world, sites, number, reads=False)
    alone = slow_pages_alone(sites)
    per_second, meanwhile = _deliver(world, sites, number, reads=True)
    return LetterResult(per_second, undisturbed, alone, meanwhile)


def _deliver(world: World, sites: Sites, number: int, *, reads: bool) -> tuple[float, float]:
    """Return letters a second, the start of two postmen included, and the reader's slow pages."""
    before = world.ask("letters", "count")
    world.ask("letters", "write", str(number))
    send = [sys.executable, "-m", "bench.inside", "letters", "send"]
    started = time.perf_counter()
    postmen = [subprocess.Popen(send, cwd=ROOT, env=world.env, stdout=subprocess.PIPE) for _ in range(2)]
    slow = slow_pages(sites, lambda: any(one.poll() is None for one in postmen)) if reads else 0.0
    for postman in postmen:
        postman.communicate()
    seconds = time.perf_counter() - started
    sent = world.ask("letters", "count") - before
    if sent != number:
        raise SystemExit(f"{sent} of {number} letters left")
    return number / seconds, slow
