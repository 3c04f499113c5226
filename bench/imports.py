"""The national list of institutions, read twice (P10): new, and as an update."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass

from bench.world import World
from keynet.local.places import ROOT


@dataclass(frozen=True)
class ImportResult:
    """Seconds and peak of memory (MB) of one import."""

    what: str
    seconds: float
    peak: float


def measure(world: World, file: str) -> list[ImportResult]:
    """Empty the list, which no other table points at, and read the file twice."""
    world.ask("institutions")
    return [_run(world, what, file) for what in ("new", "once more")]


def _run(world: World, what: str, file: str) -> ImportResult:
    command = [sys.executable, "manage.py", "import_institutions", file, "--skip-bad"]
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=world.env, stdout=sys.stderr)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit("the list of institutions could not be read")
    return ImportResult(what, time.perf_counter() - started, used.ru_maxrss / 1024)
