"""Where things are: the checkout, its environment, and the files of one set of servers."""

import hashlib
import os
import secrets
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from keynet.local.console import Refusal

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
# A socket path may have 107 bytes (103 on macOS), and PostgreSQL adds "/.s.PGSQL.5432.lock" to its directory.
LONGEST_SOCKET_DIRECTORY = 80


@dataclass(frozen=True)
class Places:
    """The directories of one set of servers."""

    home: Path  # what belongs to the person who runs it: logs, pid files, secrets, mail
    data: Path  # what the database account must reach; elsewhere only when home is closed to other accounts
    sockets: Path

    @property
    def logs(self) -> Path:
        return self.home / "log"

    @property
    def pids(self) -> Path:
        return self.home / "pid"

    @property
    def mail(self) -> Path:
        return self.home / "mail"

    def secret(self, name: str) -> str:
        """Return the secret of this name, made at first use and readable by its owner only."""
        path = self.home / name
        if not path.exists():
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(40))
        return path.read_text()


def for_checkout() -> Places:
    """Return the places of bin/serve and bin/manage: .run in the checkout."""
    return at(ROOT / ".run")


def temporary() -> Places:
    """Return fresh places for one run of the tests."""
    home = Path(tempfile.mkdtemp(prefix="keynet-test-"))
    home.chmod(0o711)
    return at(home)


def at(home: Path) -> Places:
    """Return the places under this directory, made when they are missing."""
    try:
        home.mkdir(exist_ok=True)
    except PermissionError:
        raise Refusal(f"{home.parent} is not writable: run this command in a checkout of your own.") from None
    if not os.access(home, os.W_OK):
        raise Refusal(f"{home} belongs to another account: remove it, or run this command as its owner.")
    data = outside(home) if os.geteuid() == 0 and is_closed_to_others(home) else home
    sockets = data / "sockets"
    if len(os.fsencode(sockets)) > LONGEST_SOCKET_DIRECTORY:
        sockets = outside(home) / "sockets"
    places = Places(home, data, sockets)
    for directory in (places.logs, places.pids, places.mail, places.sockets):
        directory.mkdir(exist_ok=True)
    return places


def outside(path: Path) -> Path:
    """Return a directory of ours that every account can enter, for a path that other accounts cannot."""
    digest = hashlib.sha256(f"{os.geteuid()} {path}".encode()).hexdigest()[:10]
    directory = Path("/var/tmp") / f"keynet-{digest}"  # noqa: S108 - owner checked below
    directory.mkdir(mode=0o755, exist_ok=True)
    if directory.is_symlink() or directory.stat().st_uid != os.geteuid():
        raise Refusal(f"{directory} belongs to somebody else: remove it and start this command again.")
    return directory


def is_closed_to_others(path: Path) -> bool:
    """Return whether another account cannot reach this path."""
    return any(not place.stat().st_mode & 0o001 for place in (path, *path.parents))


def is_mac() -> bool:
    """Return whether this machine is a Mac."""
    return sys.platform == "darwin"
