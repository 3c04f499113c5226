"""A page beside its floor, by turns: the median of the ratios of neighbouring rounds, with the least and the most."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles

Measure = Callable[[], float]


@dataclass(frozen=True)
class Effort:
    """How long is measured: rounds, requests of a round, seconds of load, and every how many-th of a long list."""

    rounds: int
    requests: int
    seconds: float
    step: int


THOROUGH, QUICK = Effort(5, 15, 3.0, step=1), Effort(2, 5, 1.0, step=10)


@dataclass(frozen=True)
class Ratio:
    """What a measure is of its floor over several rounds."""

    value: float
    floor: float
    ratio: float
    least: float
    most: float

    def __str__(self) -> str:
        return f"{self.ratio:.2f} ({self.least:.2f}–{self.most:.2f})"


def by_turns(floor: Measure, page: Measure, rounds: int) -> Ratio:
    """Measure floor and page in turn; the first round of each only warms up."""
    floor()
    page()
    pairs = [(floor(), page()) for _ in range(rounds)]
    ratios = [page / floor for floor, page in pairs]
    return Ratio(
        median(page for _, page in pairs),
        median(floor for floor, _ in pairs),
        median(ratios),
        min(ratios),
        max(ratios),
    )


def p95(times: list[float]) -> float:
    """Return the time that one of twenty exceeds."""
    return quantiles(times, n=20)[-1]


def p99(times: list[float]) -> float:
    """Return the time that one of a hundred exceeds."""
    return quantiles(times, n=100)[-1]
