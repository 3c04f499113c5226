"""Many readers at once: answers a second at 16 connections, and a posting's page while others search (P1, P5)."""

from collections.abc import Sequence
from threading import Thread
from typing import Any

from bench.addresses import CARDS
from bench.client import Line, load
from bench.compare import Effort, Ratio, by_turns, p99
from bench.pages import PAGES, POSTING, SEARCH
from bench.world import Sites

CONNECTIONS, ROUNDS = 16, 5
OTHERS = 2
"""Connections that read everything else meanwhile: as many as the machine has processors."""


def throughput(sites: Sites, effort: Effort) -> Ratio:
    """Return answers a second of the search beside those of the floor of cards."""

    def per_second(port: int, paths: Sequence[str]) -> float:
        return len(load(port, paths, connections=CONNECTIONS, seconds=effort.seconds)) / effort.seconds

    return by_turns(
        lambda: per_second(sites.floor_port, [CARDS]),
        lambda: per_second(sites.port, [SEARCH.path]),
        min(ROUNDS, effort.rounds),
    )


def postings_among_others(sites: Sites, facts: dict[str, Any], effort: Effort) -> float:
    """Return the milliseconds that one of a hundred of the newest thousand postings' pages exceeds meanwhile."""
    everything = [page.path for page in PAGES if "{" not in page.path]
    others = Thread(
        target=load,
        args=(sites.port, everything),
        kwargs={"connections": OTHERS, "seconds": 5 * effort.seconds},
        daemon=True,
    )
    others.start()
    line = Line(sites.port)
    times = [
        line.milliseconds(POSTING.path.format(number=number)) for number in facts["numbers"][:: effort.step]
    ]
    others.join()
    return p99(times)
