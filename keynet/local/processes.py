"""Programs in the background: started in their own session, known by a pid file, stopped in order."""

import os
import pwd
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypedDict

from keynet.local.console import Refusal
from keynet.local.places import Places

LARGEST_LOG = 10_000_000  # bytes; a larger one makes room at the next start, and one old one is kept


class Program:
    """One background program of a run.

    `marker` is a text in its command line that no other program has; it tells a living program from a process
    that has the number in an old pid file by now.
    """

    def __init__(
        self,
        name: str,
        argv: Sequence[str | Path],
        places: Places,
        *,
        marker: str | Path,
        env: dict[str, str] | None = None,
        account: pwd.struct_passwd | None = None,
        stop_signal: signal.Signals = signal.SIGTERM,
        cwd: Path = Path("/"),
    ) -> None:
        self.name = name
        self.argv = [str(part) for part in argv]
        self.log = places.logs / f"{name}.log"
        self.pid_file = places.pids / name
        self.marker = str(marker)
        self.env = env
        self.account = account
        self.stop_signal = stop_signal
        self.cwd = cwd
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it in a session of its own: the terminal's Ctrl-C must not stop it before its turn."""
        if self.log.exists() and self.log.stat().st_size > LARGEST_LOG:
            self.log.rename(self.log.with_suffix(".old.log"))
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.argv,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=self.env,
                cwd=self.cwd,
                start_new_session=True,
                **as_account(self.account),
            )
        self.pid_file.write_text(f"{self.process.pid}\n{self.marker}")
        self.wait_for_its_command_line()

    def wait_for_its_command_line(self) -> None:
        """Wait until the kernel shows the marker: Popen returns an instant before, and a program may end first."""
        until = time.monotonic() + 2
        while self.is_alive() and not is_running(self.pid, self.marker) and time.monotonic() < until:
            time.sleep(0.001)

    @property
    def pid(self) -> int:
        """The process number of the running program."""
        assert self.process is not None, f"{self.name} was not started"
        return self.process.pid

    def is_alive(self) -> bool:
        """Return whether it was started and still runs."""
        return self.process is not None and self.process.poll() is None

    def wait_until(self, answers: Callable[[], bool], seconds: float = 10) -> None:
        """Wait until it answers; raises its refusal when it ends or takes too long."""
        until = time.monotonic() + seconds
        while not answers():
            if not self.is_alive() or time.monotonic() > until:
                raise self.refusal()
            time.sleep(0.02)

    def ask_to_stop(self) -> None:
        """Send its stop signal, without waiting."""
        if self.is_alive():
            os.kill(self.pid, self.stop_signal)

    def stop(self, seconds: float = 5.0) -> None:
        """Ask it to stop, wait, and kill what is left of its session after these seconds."""
        if self.process is None:
            return
        self.ask_to_stop()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(seconds)
        self.kill()

    def kill(self) -> None:
        """Kill it with everything it started, as a power cut would."""
        if self.process is None:
            return
        kill_session(self.process.pid)
        self.process.wait()
        self.process = None
        self.pid_file.unlink(missing_ok=True)

    def ending(self) -> str:
        """Return how it ended, for a person."""
        code = self.process.poll() if self.process else None
        return f"signal {-code}" if code and code < 0 else f"exit status {code}"

    def last_words(self, lines: int = 5) -> str:
        """Return the end of its log."""
        text = self.log.read_text(errors="replace") if self.log.exists() else ""
        return "\n".join(text.splitlines()[-lines:])

    def refusal(self) -> Refusal:
        """Return the sentence for a program that does not come up."""
        return Refusal(f"{self.name} does not start; its log {self.log} ends:\n{self.last_words()}")


def stop_together(programs: Sequence[Program], seconds: float) -> None:
    """Ask all to stop at once, and give them these seconds together."""
    until = time.monotonic() + seconds
    for program in programs:
        program.ask_to_stop()
    for program in programs:
        program.stop(max(0.0, until - time.monotonic()))


def stop_orphans(places: Places) -> None:
    """Stop what a killed launcher left behind."""
    orphans = []
    for pid_file in places.pids.iterdir():
        pid, _, marker = pid_file.read_text().partition("\n")
        if marker and is_running(int(pid), marker):
            orphans.append((int(pid), marker))
            os.kill(int(pid), signal.SIGINT if pid_file.name == "postgres" else signal.SIGTERM)
        pid_file.unlink()
    until = time.monotonic() + 3
    for leader, words in orphans:
        while is_running(leader, words) and time.monotonic() < until:
            time.sleep(0.02)
        kill_session(leader)


def is_running(pid: int, marker: str) -> bool:
    """Return whether this process lives and its command line holds the marker."""
    status = Path(f"/proc/{pid}/cmdline")
    if Path("/proc/self").exists():
        try:
            return marker in status.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            return False
    command = ["/bin/ps", "-ww", "-o", "command=", "-p", str(pid)]
    return marker in subprocess.run(command, capture_output=True, text=True, check=False).stdout


def kill_session(pid: int) -> None:
    """Kill the program that leads this session, and its children."""
    # It may be gone already; macOS answers "not permitted" for a group of zombies.
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


class Identity(TypedDict, total=False):
    """The arguments of subprocess that change the account."""

    user: int
    group: int
    extra_groups: list[int]


def as_account(account: pwd.struct_passwd | None) -> Identity:
    """Return what makes subprocess run a program as this account."""
    if account is None:
        return {}
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
