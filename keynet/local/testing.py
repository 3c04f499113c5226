"""bin/test: everything that guards the project, in the order cheap to dear, on servers of its own."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from keynet.local import browser, foreground, locks, machine, packages, places, processes
from keynet.local.console import say
from keynet.local.places import PYTHON, ROOT
from keynet.local.servers import Servers

PYTEST = ["python", "-m", "pytest"]
# The tests of a file stay in one process, so that what a file prepares is prepared once.
ON_EVERY_CORE = ["--numprocesses=auto", "--maxprocesses=4", "--dist=loadfile"]
JUST_MADE = 10  # seconds in which a run makes its directory and locks it
TOOLS = {
    "format": ["ruff", "format", "--check", "--quiet", "."],
    "lint": ["ruff", "check", "--quiet", "."],
    "types": ["mypy", "."],
    "import contracts": ["lint-imports", "--no-logo"],
}


def run(arguments: list[str]) -> int:
    """Run all checks, or pytest alone with these arguments; return the exit status."""
    packages.ensure(packages.TEST)
    packages.enter()
    os.chdir(ROOT)
    machine.need_space(Path(tempfile.gettempdir()), 500)
    with servers() as running:
        environment = {**os.environ, **variables(running)}
        environment["CHROMIUM_PATH"] = browser.find_or_install() or ""
        if arguments:
            return _call([*PYTEST, *arguments], environment)
        return _everything(environment)


def _everything(environment: dict[str, str]) -> int:
    """Run the checks in order; stop at the first that fails."""
    migrations = {"migrations in step": ["python", "manage.py", "makemigrations", "--check", "--dry-run"]}
    for name, command in (TOOLS | migrations | {"tests": [*PYTEST, *ON_EVERY_CORE]}).items():
        started = time.monotonic()
        status = _call(command, environment)
        if name != "tests":  # whose own closing line is the last of all
            say(f"{name}: {'failed' if status else 'passed'} ({time.monotonic() - started:.1f} s)")
        if status:
            return status
    return 0


def _call(command: list[str], environment: dict[str, str]) -> int:
    program, *arguments = command
    return foreground.call([PYTHON.parent / program, *arguments], environment, cwd=ROOT)


@contextmanager
def servers() -> Iterator[Servers]:
    """Run PostgreSQL, Valkey and the mail sink in a temporary directory that vanishes with them."""
    _sweep_abandoned_runs()
    here = places.temporary()
    with locks.join(here.home / "lock"):
        running = Servers(here, {}, durable=False)
        try:
            running.start()
            yield running
        finally:
            running.stop()
            shutil.rmtree(here.home, ignore_errors=True)


def variables(running: Servers) -> dict[str, str]:
    """Return what the settings read, for these servers."""
    home = running.places.home
    (home / "static").mkdir()
    return {
        **running.variables(),
        "SECRET_KEY": running.places.secret("secret-key"),
        "STATIC_ROOT": str(home / "static"),
        "STATIC_STORAGE": "django.contrib.staticfiles.storage.StaticFilesStorage",
        "KEYNET_TEST_RUN": str(home),
    }


def _sweep_abandoned_runs() -> None:
    """Stop and remove what killed runs left: a directory of ours whose lock nobody holds."""
    for home in Path(tempfile.gettempdir()).glob("keynet-test-*"):
        with suppress(FileNotFoundError):  # another run has just ended, or swept it too
            _sweep(home)


def _sweep(home: Path) -> None:
    about = home.stat()
    is_new = time.time() - about.st_ctime < JUST_MADE
    if is_new or about.st_uid != os.geteuid() or not (home / "lock").exists():
        return
    if abandoned := locks.take(home / "lock"):
        with abandoned:
            processes.stop_orphans(places.at(home))
            shutil.rmtree(home, ignore_errors=True)
