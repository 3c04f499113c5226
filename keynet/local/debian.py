"""System packages: installed as root on Debian and Ubuntu, otherwise named in one line to run."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec

from keynet.local.console import Refusal, say, warn

# Pango draws the PDFs; BIZ UDPGothic is their font; MigMix has the rare name kanji (𠮷) that it lacks.
FOR_PDF = (
    "libpango-1.0-0",
    "libpangoft2-1.0-0",
    "libharfbuzz-subset0",
    "fonts-morisawa-bizud-gothic",
    "fonts-migmix",
)
FOR_BROWSER = ("chromium", "fonts-morisawa-bizud-gothic")


class Installation:
    """Packages that are installed while other work goes on.

    Where that is not possible, the site runs without them and the person reads the one line to run.
    """

    def __init__(self, packages: tuple[str, ...], *, purpose: str) -> None:
        self.packages = missing(packages)
        self.purpose = purpose
        self.process = _begin(self.packages) if self.packages and _is_possible() else None

    def finish(self) -> None:
        """Wait for the end, and say what a person should know."""
        if not self.packages:
            return
        if self.process and self.process.wait() == 0:
            say(f"  system packages installed: {' '.join(self.packages)}")
        else:
            warn(f"  {self.purpose} need system packages; to have them, run: {line_to_run(self.packages)}")


def install(packages: list[str]) -> bool:
    """Install system packages; return False where that is not possible."""
    if not _is_possible():
        return False
    say(f"  installing {' '.join(packages)} …")
    return _begin(packages).wait() == 0


def need_venv_module() -> None:
    """Get Python's venv module, which Debian and Ubuntu put in a package of its own."""
    package = f"python3.{sys.version_info.minor}-venv"
    if not find_spec("ensurepip") and not install([package]):
        raise Refusal(f"Python's venv module is missing: run `{line_to_run([package])}` and start again.")


def missing(packages: tuple[str, ...]) -> list[str]:
    """Return which of these Debian packages are not installed; none on other systems."""
    if not shutil.which("dpkg-query"):
        return []
    query = ["dpkg-query", "--show", "--showformat", "${db:Status-Status} ${Package}\\n", *packages]
    states = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    present = {line.split()[-1] for line in states.splitlines() if line.startswith("installed ")}
    return [name for name in packages if name not in present]


def line_to_run(packages: list[str]) -> str:
    """Return the command that an administrator types."""
    return f"sudo apt-get install --no-install-recommends {' '.join(packages)}"


def _is_possible() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _begin(packages: list[str]) -> subprocess.Popen[bytes]:
    get = "apt-get install -y -qq -o DPkg::Lock::Timeout=60 --no-install-recommends " + " ".join(packages)
    # A fresh machine has no package lists yet; on others the update would be waiting for nothing.
    script = f"{get} || (apt-get update -qq && {get})"
    return subprocess.Popen(
        ["/bin/sh", "-c", script],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
