"""Locks on files: they vanish with their process, however it ends."""

from fcntl import LOCK_EX, LOCK_NB, LOCK_SH, flock
from pathlib import Path
from typing import IO


def take(path: Path) -> IO[str] | None:
    """Return the lock on this file, held until it is closed; None when another process has it."""
    lock = path.open("a")
    try:
        flock(lock, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        lock.close()
        return None
    return lock


def join(path: Path) -> IO[str]:
    """Return a share of the lock on this file, after waiting for whoever has it alone."""
    lock = path.open("a")
    flock(lock, LOCK_SH)
    return lock


def wait_alone(lock: IO[str]) -> None:
    """Turn a share into the whole lock, after waiting for the others who have a share."""
    flock(lock, LOCK_EX)
