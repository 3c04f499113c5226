"""The whole of bin/serve and bin/manage, in a checkout of its own with real processes."""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from keynet.local.machine import free_port
from keynet.local.places import ROOT, VENV
from keynet.local.processes import is_running

pytestmark = pytest.mark.processes

NOT_IN_A_CLONE = shutil.ignore_patterns(".git", ".venv", ".run", ".*_cache", "__pycache__", "tests")


class Checkout:
    """A copy of the project, and what a person does in its terminal."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.port = free_port()
        self.serving: subprocess.Popen[bytes] | None = None
        self.noted: list[tuple[int, str]] = []
        # Only what a plain shell has: the servers of the running tests must not be taken for its own.
        self.env = {"HOME": str(root.parent), "PATH": os.defpath, "PORT": str(self.port), "DEMO": "0"}

    def serve(self) -> subprocess.Popen[bytes]:
        """Start bin/serve and wait for the address it prints."""
        said = self.root.parent / "said.txt"
        with said.open("w") as output:
            command = [self.root / "bin/serve"]
            self.serving = subprocess.Popen(command, env=self.env, stdout=output, stderr=output, cwd="/")
        while "Ctrl-C" not in said.read_text():
            assert self.serving.poll() is None, said.read_text()
            time.sleep(0.1)
        assert f"http://127.0.0.1:{self.port}/" in said.read_text()
        return self.serving

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command of bin/ to its end."""
        path = self.root / "bin" / command[0]
        return subprocess.run([path, *command[1:]], env=self.env, capture_output=True, text=True, check=False)

    def answers(self) -> bool:
        """Return whether the site is there, database included."""
        with urlopen(f"http://127.0.0.1:{self.port}/health/", timeout=10) as answer:
            return bool(answer.status == 200)

    def remember_processes(self) -> None:
        """Note everything that runs for this checkout now."""
        files = (self.root / ".run/pid").iterdir()
        self.noted = [
            (int(pid), marker) for pid, marker in (file.read_text().split("\n", 1) for file in files)
        ]

    def running(self) -> list[str]:
        """Return what was noted and still runs."""
        return [marker for pid, marker in self.noted if is_running(pid, marker)]


@pytest.fixture
def checkout(folder: Path) -> Iterator[Checkout]:
    root = folder / "checkout"
    shutil.copytree(ROOT, root, ignore=NOT_IN_A_CLONE)
    (root / ".venv").symlink_to(VENV)
    checkout = Checkout(root)
    yield checkout
    if checkout.serving:
        checkout.serving.terminate()
        checkout.serving.wait()


def test_the_site_is_served_through_everything_a_person_does_to_it(checkout: Checkout) -> None:
    first = checkout.serve()
    assert checkout.answers()

    again = checkout.run("serve")
    assert again.returncode == 1
    assert (
        again.stderr == f"bin/serve is already running in this checkout: http://127.0.0.1:{checkout.port}/\n"
    )

    assert checkout.run("manage", "migrate", "--check").returncode == 0

    checkout.remember_processes()
    first.kill()
    first.wait()
    assert len(checkout.running()) == 6
    second = checkout.serve()
    assert checkout.answers()
    assert not checkout.running()

    checkout.remember_processes()
    started = time.monotonic()
    second.send_signal(signal.SIGINT)
    assert second.wait() == 0
    assert time.monotonic() - started < 5
    assert not checkout.running()

    assert checkout.run("manage", "migrate", "--check").returncode == 0
    assert not list((checkout.root / ".run/pid").iterdir())


def test_a_taken_port_is_said_in_one_sentence(checkout: Checkout) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", checkout.port))
        other.listen()
        refused = checkout.run("serve")
    assert refused.returncode == 1
    assert refused.stderr.startswith(f"Port {checkout.port} is taken by another program")
    assert refused.stderr.count("\n") == 1
