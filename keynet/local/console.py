"""What is said to the person at the terminal."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Refusal(Exception):
    """The command cannot go on; the message is one plain sentence that says what to do."""


def say(sentence: str = "") -> None:
    """Print one line at once, also into a pipe."""
    print(sentence, flush=True)


def warn(sentence: str) -> None:
    """Print one line to the error stream."""
    print(sentence, file=sys.stderr, flush=True)


@contextmanager
def step(what: str) -> Iterator[None]:
    """Print what was done with its time in seconds, once it is done."""
    started = time.monotonic()
    yield
    say(f"  {what} ({time.monotonic() - started:.1f} s)")
