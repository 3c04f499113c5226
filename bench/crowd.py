"""Many readers at once: answers a second at 16 connections, and a posting's page while others search (P1, P5)."""

from collections.abc import Sequence
from threading import Thread
from typing import Any

from bench.addresses import CARDS
from bench.client import Line, load
from bench.compare import Ratio, by_turns, p99
from bench.pages import PAGES, POSTING, SEARCH
from bench.world import Sites

CONNECTIONS, SECONDS, ROUNDS = 16, 4.0, 5
OTHERS = 2
"""Connections that read everything else meanwhile: as many as the machine has processors."""


def throughput(sites: Sites) -> Ratio:
    """Return answers a second of the search beside those of the floor of cards."""

    def per_second(port: int, paths: Sequence[str]) -> float:
        return len(load(port, paths, connections=CONNECTIONS, seconds=SECONDS)) / SECONDS

    return by_turns(
        lambda: per_second(sites.floor_port, [CARDS]),
        lambda: per_second(sites.port, [SEARCH.path]),
        rounds=ROUNDS,
    )


def postings_among_others(sites: Sites, facts: dict[str, Any]) -> float:
    """Return the milliseconds that one of a hundred of the newest thousand postings' pages exceeds meanwhile."""
    everything = [page.path for page in PAGES if "{" not in page.path]
    others = Thread(
        target=load,
        args=(sites.port, everything),
        kwargs={"connections": OTHERS, "seconds": 20.0},
        daemon=True,
    )
    others.start()
    line = Line(sites.port)
    times = [line.milliseconds(POSTING.path.format(number=number)) for number in facts["numbers"]]
    others.join()
    return p99(times)
