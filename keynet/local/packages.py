"""The virtual environment and its packages, exactly as locked."""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from fcntl import LOCK_EX, flock
from importlib.util import find_spec
from pathlib import Path

from keynet.local import debian, machine
from keynet.local.console import Refusal, step
from keynet.local.places import PYTHON, ROOT, VENV

SERVE = ROOT / "requirements-local.lock"
TEST = ROOT / "requirements-dev.lock"
TRUST = ["--system-certs"]
PIP = [str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-input"]

MADE = VENV / ".made"  # the last thing that is made: without it, somebody interrupted us


def ensure(lock: Path) -> None:
    """Make the environment and install this lock file unless both are as they should be."""
    # Two commands in a bare clone wait for each other; a lock on the file itself needs no writable place.
    with lock.open() as mine:
        flock(mine, LOCK_EX)
        if _is_installed(lock):
            return
        if not os.access(ROOT, os.W_OK):
            raise Refusal(f"{ROOT} is not writable: run this command in a checkout of your own.")
        machine.need_space(ROOT, 900)
        if not (MADE.exists() and PYTHON.exists()):
            with step("virtual environment made"):
                _make_environment()
        with step("packages installed"):
            _install(lock)
        _stamp(lock).write_text(_digest(lock))


def enter() -> None:
    """Go on in the environment's Python, which sees the packages."""
    if Path(sys.prefix) != VENV:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        os.execve(PYTHON, [str(PYTHON), "-P", "-m", "keynet.local", *sys.argv[1:]], environment)  # noqa: S606 - ours


def folder_of(package: str) -> Path:
    """Return the directory of an installed package, without importing it."""
    found = find_spec(package)
    if not found or not found.origin:
        raise Refusal(f"The package {package} is missing: remove {VENV} and start this command again.")
    return Path(found.origin).parent


def _is_installed(lock: Path) -> bool:
    # The packages of the tests include those of bin/serve.
    return PYTHON.exists() and any(
        _stamp(one).exists() and _stamp(one).read_text() == _digest(one) for one in {lock, TEST}
    )


def _stamp(lock: Path) -> Path:
    return VENV / f".installed-{lock.stem}"


def _digest(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def _make_environment() -> None:
    uv = shutil.which("uv")
    if uv and not find_spec("ensurepip"):
        _first_that_works([[uv, "venv", "-q", "--clear", "--python", sys.executable, str(VENV)]])
    else:
        debian.need_venv_module()
        _first_that_works([[sys.executable, "-m", "venv", "--clear", str(VENV)]])
    MADE.touch()


def _install(lock: Path) -> None:
    """Install with uv, ten times faster than pip, and with pip where uv cannot (say, behind a mirror)."""
    locked = ["--require-hashes", "-r", str(lock)]
    ways = []
    uv = shutil.which("uv") or _own_uv(lock)
    if uv:
        # Behind a proxy that signs for itself, only the certificates of the system are good.
        ways += [
            [uv, "pip", "install", "-q", *trust, "--python", str(PYTHON), *locked] for trust in ([], TRUST)
        ]
    if (VENV / "bin" / "pip").exists():
        ways.append([*PIP, *locked])
    _first_that_works(ways)


def _own_uv(lock: Path) -> str | None:
    """Install uv itself, as locked; None where there is no wheel of it."""
    own = VENV / "bin" / "uv"
    if not own.exists():
        stanza = lock.read_text().split("\nuv==", 1)[1].split("\n    #", 1)[0]
        with tempfile.NamedTemporaryFile("w", suffix=".lock") as alone:
            alone.write(f"uv=={stanza}\n")
            alone.flush()
            _run([*PIP, "--require-hashes", "-r", alone.name])
    return str(own) if own.exists() else None


def _first_that_works(ways: list[list[str]]) -> None:
    """Try these commands in order; refuse with the words of the last one when all fail."""
    done = None
    for way in ways:
        done = _run(way)
        if done.returncode == 0:
            return
    said = done.stderr.strip()[-1500:] if done else "there is neither uv nor pip"
    raise Refusal(f"The packages could not be installed; is the network there?\n{said}")


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)
