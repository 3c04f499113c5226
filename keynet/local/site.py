"""The processes of the site itself: web, worker and beat, and what must be done before they start."""

import hashlib
import os
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from keynet.local.console import Refusal
from keynet.local.places import PYTHON, ROOT, Places
from keynet.local.processes import Program

NOT_THE_SITE = {"tests", "docs", "bench", "__pycache__"}


def web(places: Places, port: int, env: dict[str, str]) -> Program:
    """Return the web server: 2 processes of 4 threads, each process with its own pool of connections."""
    serving = ["--worker-class", "gthread", "--workers", "2", "--threads", "4", "--graceful-timeout", "2"]
    # The control socket would lie in the home directory, where two sites meet.
    listening = ["--bind", f"127.0.0.1:{port}", "--no-control-socket"]
    return _python(
        "web", ["gunicorn", "keynet.wsgi", *listening, *serving], places, {**env, "DATABASE_POOL": "1"}
    )


def worker(places: Places, env: dict[str, str]) -> Program:
    """Return the Celery worker: it relays events and delivers letters."""
    return _python(
        "worker", ["celery", "-A", "keynet.celery", "worker", "-c", "2", "-l", "info"], places, env
    )


def beat(places: Places, env: dict[str, str]) -> Program:
    """Return the clock that wakes the worker; it remembers nothing, since what is due stands in PostgreSQL."""
    remembering_nothing = ["-S", "celery.beat.Scheduler"]
    return _python("beat", ["celery", "-A", "keynet.celery", "beat", *remembering_nothing], places, env)


def prepare(places: Places, env: dict[str, str], *, own_database: bool) -> str:
    """Bring database and static files in step with the code; return the logins of the demonstration.

    With the embedded database, nothing is done when no file has changed since the last time.
    """
    stamp, logins = places.home / "prepared", places.home / "logins.txt"
    is_demo = env["DEMO"] != "0"
    now = f"{is_demo} {fingerprint()}"
    if not own_database or not stamp.exists() or stamp.read_text() != now:
        commands = ["migrate", "load_reference", "collectstatic --no-input"]
        if is_demo:
            commands += ["seed_demo", "seed_demo --cast"]  # which does nothing the second time
        words = _run(commands, places, env)
        if is_demo:
            words.rename(logins)
        stamp.write_text(now)
    return logins.read_text() if is_demo else ""


def _run(commands: list[str], places: Places, env: dict[str, str]) -> Path:
    """Run these management commands and return the file with what the last one said."""
    words = places.home / "words.txt"
    command = [str(PYTHON), "-m", "keynet.local.commands", str(words), *commands]
    done = subprocess.run(command, env=env, cwd=ROOT, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise Refusal(f"The site cannot start; the failing command says:\n{done.stderr.strip()[-1500:]}")
    return words


def fingerprint() -> str:
    """Return a digest of names, sizes and times of the files of the site."""
    seen = hashlib.sha256()
    for path in _files():
        about = path.stat()
        seen.update(f"{path} {about.st_size} {about.st_mtime_ns}\n".encode())
    return seen.hexdigest()


def wait_until_it_answers(program: Program, port: int, seconds: float = 20) -> None:
    """Wait for the first page."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and program.is_alive():
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise program.refusal()


def _files() -> Iterator[Path]:
    for folder, names, files in os.walk(ROOT):
        names[:] = sorted(name for name in names if not name.startswith(".") and name not in NOT_THE_SITE)
        yield from (Path(folder, name) for name in sorted(files))


def _python(name: str, module: list[str], places: Places, env: dict[str, str]) -> Program:
    command = [str(PYTHON), "-m", *module]
    return Program(
        name,
        command,
        places,
        marker=f"{PYTHON} -m {module[0]}",
        env={**env, "PYTHONUNBUFFERED": "1"},
        cwd=ROOT,
    )
