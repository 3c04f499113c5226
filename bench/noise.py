"""Whether the machine was ours: how much of its processors other programs took meanwhile."""

import os
from dataclasses import dataclass
from pathlib import Path

MOST = 0.2
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Moment:
    """Seconds of processor time so far: all that there was, the busy part, and what we and our children took."""

    whole: float
    busy: float
    ours: float


def now() -> Moment:
    """Look at the clocks."""
    numbers = [int(number) for number in Path("/proc/stat").read_text().split("\n")[0].split()[1:9]]
    idle = numbers[3] + numbers[4]
    return Moment(sum(numbers) / _TICKS, (sum(numbers) - idle) / _TICKS, _ours() / _TICKS)


def others_since(before: Moment) -> float:
    """Return the part of the machine's processor time that went to other programs since then, 0 to 1."""
    after = now()
    whole = after.whole - before.whole
    foreign = (after.busy - before.busy) - (after.ours - before.ours)
    return max(0.0, foreign / whole) if whole else 0.0


def _ours() -> int:
    """Return the ticks of this process and all that it started, ended ones included."""
    parents: dict[int, int] = {}
    ticks: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        number = int(path.parent.name)
        parents[number] = int(fields[1])
        ticks[number] = sum(int(fields[place]) for place in (11, 12, 13, 14))
    return sum(spent for number, spent in ticks.items() if _is_ours(number, parents))


def _is_ours(number: int, parents: dict[int, int]) -> bool:
    while number > 1:
        if number == os.getpid():
            return True
        number = parents.get(number, 0)
    return False
