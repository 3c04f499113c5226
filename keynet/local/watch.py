"""Looks after running programs: what dies is started again, unless it keeps dying."""

import time
from collections import defaultdict
from collections.abc import Callable, Sequence

from keynet.local.console import Refusal, say
from keynet.local.processes import Program

MOST_DEATHS = 3
WITHIN = 30.0  # seconds
EVERY = 0.3  # seconds


class Watch:
    """Pairs of a program and what starts it, which also waits until it is of use."""

    def __init__(self, watched: Sequence[tuple[Program, Callable[[], None]]]) -> None:
        self.watched = watched
        self.deaths: dict[str, list[float]] = defaultdict(list)

    def forever(self) -> None:
        """Look again and again; only a signal or a Refusal ends this."""
        while True:
            time.sleep(EVERY)
            self.look()

    def look(self) -> None:
        """Start again what has died."""
        for program, start in self.watched:
            if program.is_alive():
                continue
            self._count(program)
            how = program.ending()
            program.kill()  # what it started may still run and hold its port
            start()
            say(f"  {program.name} had stopped ({how}); it is started again.")

    def _count(self, program: Program) -> None:
        now = time.monotonic()
        recent = [death for death in self.deaths[program.name] if death > now - WITHIN]
        self.deaths[program.name] = [*recent, now]
        if len(recent) >= MOST_DEATHS:
            raise Refusal(
                f"{program.name} keeps stopping ({program.ending()}), so everything is stopped; "
                f"its log {program.log} ends:\n{program.last_words()}"
            )
