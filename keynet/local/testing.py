"""bin/test: everything that guards the project, in the order cheap to dear, on servers of its own."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path

from keynet.local import browser, machine, mail, packages, places, processes
from keynet.local.console import say, warn
from keynet.local.places import PYTHON, ROOT, Places
from keynet.local.postgres import Postgres
from keynet.local.valkey import Valkey

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
    machine.need_space(Path(tempfile.gettempdir()))
    with servers() as environment:
        environment["CHROMIUM_PATH"] = browser.find_or_install() or ""
        if not environment["CHROMIUM_PATH"]:
            warn(browser.advice())
        if arguments:
            return _call("python", "-m", "pytest", *arguments, environment=environment)
        return _everything(environment)


def _everything(environment: dict[str, str]) -> int:
    """Run the checks in order; stop at the first that fails."""
    migrations = {"migrations in step": ["python", "manage.py", "makemigrations", "--check", "--dry-run"]}
    for name, command in (TOOLS | migrations | {"tests": ["python", "-m", "pytest"]}).items():
        started = time.monotonic()
        status = _call(*command, environment=environment)
        if name != "tests":  # whose own closing line is the last of all
            say(f"{name}: {'failed' if status else 'passed'} ({time.monotonic() - started:.1f} s)")
        if status:
            return status
    return 0


def _call(program: str, *arguments: str, environment: dict[str, str]) -> int:
    """Run a program in the foreground; a Ctrl-C reaches it by itself, a SIGTERM is passed on."""
    # A handler, because a child would inherit that a signal is ignored.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    child = subprocess.Popen([PYTHON.parent / program, *arguments], env=environment, cwd=ROOT)
    signal.signal(signal.SIGTERM, lambda *_: child.terminate())
    try:
        return child.wait()
    finally:
        signal.signal(signal.SIGINT, before)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


@contextmanager
def servers() -> Iterator[dict[str, str]]:
    """Run PostgreSQL, Valkey and the mail sink in a temporary directory; yield the site's environment."""
    _sweep_abandoned_runs()
    here = places.temporary()
    with (here.home / "lock").open("w") as lock:
        flock(lock, LOCK_EX)
        postgres, valkey, sink = Postgres(here, durable=False), Valkey(here, durable=False), mail.Sink(here)
        try:
            postgres.start()
            valkey.start()
            sink.start()
            yield environment_of(here, postgres, valkey, sink)
        finally:
            processes.stop_together([sink.program, valkey.program, postgres.program], 3)
            shutil.rmtree(here.home, ignore_errors=True)


def environment_of(here: Places, postgres: Postgres, valkey: Valkey, sink: mail.Sink) -> dict[str, str]:
    """Return what the settings read, for these servers."""
    static = here.home / "static"
    static.mkdir()
    return {
        **os.environ,
        "DATABASE_URL": postgres.url,
        "REDIS_URL": valkey.url,
        "EMAIL_URL": sink.url,
        "SECRET_KEY": here.secret("secret-key"),
        "STATIC_ROOT": str(static),
        "STATIC_STORAGE": "django.contrib.staticfiles.storage.StaticFilesStorage",
        "KEYNET_TEST_RUN": str(here.home),
    }


def _sweep_abandoned_runs() -> None:
    """Stop and remove what killed runs left: a directory of ours whose lock nobody holds."""
    for home in Path(tempfile.gettempdir()).glob("keynet-test-*"):
        lock = home / "lock"
        if home.stat().st_uid != os.geteuid() or not lock.exists():
            continue
        with lock.open() as abandoned, suppress(BlockingIOError):
            flock(abandoned, LOCK_EX | LOCK_NB)
            processes.stop_orphans(places.at(home))
            shutil.rmtree(home, ignore_errors=True)
