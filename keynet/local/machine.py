"""What the machine itself must have: system packages, free space, a free port."""

import errno
import os
import shutil
import socket
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from keynet.local.console import Refusal, say

# Pango draws the PDFs; BIZ UDPGothic is their font; MigMix has the rare name kanji (𠮷) that it lacks.
FOR_PDF = (
    "libpango-1.0-0",
    "libpangoft2-1.0-0",
    "libharfbuzz-subset0",
    "fonts-morisawa-bizud-gothic",
    "fonts-migmix",
)
FOR_BROWSER = ("chromium", "fonts-morisawa-bizud-gothic")
NEEDED_SPACE = 300 * 1024 * 1024


def need_space(place: Path) -> None:
    """Refuse to start on a disk that is about to be full."""
    if shutil.disk_usage(place).free < NEEDED_SPACE:
        raise Refusal(f"The disk of {place} is nearly full: free 300 MB and start this command again.")


def need_free_port(port: int) -> None:
    """Refuse a port that another program listens on."""
    with socket.socket() as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind(("127.0.0.1", port))
        except OSError as problem:
            what = "may not be used" if problem.errno == errno.EACCES else "is taken by another program"
            raise Refusal(
                f"Port {port} {what}: choose another one, for example PORT={port + 10} bin/serve."
            ) from None


def free_port() -> int:
    """Return a port that nobody listens on at this moment."""
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return int(line.getsockname()[1])


def need_venv_module() -> None:
    """Get Python's venv module, which Debian and Ubuntu put in a package of its own."""
    package = f"python3.{sys.version_info.minor}-venv"
    if find_spec("ensurepip") is None and not install([package]):
        raise Refusal(f"Python's venv module is missing: run `{line_to_run([package])}` and start again.")


def missing(packages: tuple[str, ...]) -> list[str]:
    """Return which of these Debian packages are not installed; none on other systems."""
    if not shutil.which("dpkg-query"):
        return []
    query = ["dpkg-query", "--show", "--showformat", "${db:Status-Status} ${Package}\\n", *packages]
    states = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    return [
        name for name in packages if f"installed {name}\n" not in states.replace("not-installed", "absent")
    ]


def install(packages: list[str]) -> bool:
    """Install Debian packages as root; return False when that is not possible here."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    say(f"  installing {' '.join(packages)} …")
    # A fresh machine has no package lists yet; on others the update would be waiting for nothing.
    get = "apt-get install -y -qq --no-install-recommends " + " ".join(packages)
    script = f"{get} || (apt-get update -qq && {get})"
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return (
        subprocess.run(["/bin/sh", "-c", script], env=env, capture_output=True, check=False).returncode == 0
    )


def line_to_run(packages: list[str]) -> str:
    """Return the command that an administrator types."""
    return f"sudo apt-get install --no-install-recommends {' '.join(packages)}"
