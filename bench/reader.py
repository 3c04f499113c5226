"""Somebody who reads the search with short pauses, while something else happens."""

import time
from collections.abc import Callable

from bench.client import Line
from bench.compare import p95
from bench.pages import SEARCH
from bench.world import Sites

PAUSE = 0.02  # seconds between two pages


def slow_pages(sites: Sites, goes_on: Callable[[], bool]) -> float:
    """Read until it is over and return the milliseconds that one page of twenty exceeds."""
    line, times = Line(sites.port), []
    while goes_on():
        times.append(line.milliseconds(SEARCH.path))
        time.sleep(PAUSE)
    return p95(times)


def slow_pages_alone(sites: Sites, seconds: float = 10) -> float:
    """Return the same while nothing else happens."""
    end = time.perf_counter() + seconds
    return slow_pages(sites, lambda: time.perf_counter() < end)
