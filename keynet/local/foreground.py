"""Signals: a foreground child gets them, a supervisor turns them into an orderly end."""

import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Ended(BaseException):
    """Somebody asked this command to end."""


def call(command: Sequence[str | Path], env: dict[str, str], cwd: Path | None = None) -> int:
    """Run a program in the foreground; a Ctrl-C reaches it by itself, a SIGTERM is passed on."""
    # A handler, because a child would inherit that a signal is ignored.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    child = subprocess.Popen(command, env=env, cwd=cwd)
    terminate = signal.signal(signal.SIGTERM, lambda *_: child.terminate())
    try:
        status = child.wait()
        return status if status >= 0 else 128 - status  # as shells count
    finally:
        signal.signal(signal.SIGINT, before)
        signal.signal(signal.SIGTERM, terminate)


def end_on_signals() -> None:
    """Raise Ended when a signal asks to end, also where the shell started us with SIGINT ignored."""
    for number in ENDING:
        signal.signal(number, _end)


def ignore_signals() -> None:
    """Finish the orderly end even when Ctrl-C comes twice."""
    for number in ENDING:
        signal.signal(number, signal.SIG_IGN)


def _end(number: int, frame: FrameType | None) -> None:
    raise Ended
