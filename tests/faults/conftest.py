"""Real processes beside the test, on the test's own database, and never more than this file starts."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def environment(transactional_db: None) -> dict[str, str]:
    """What a process needs to work on this test's database; mail servers are given later."""
    about = connection.settings_dict
    place = f"?host={quote(about['HOST'], safe='/')}" if about["HOST"].startswith("/") else ""
    host = "" if place else f"{about['HOST']}:{about['PORT']}"
    url = f"postgresql://{about['USER']}:{quote(about['PASSWORD'], safe='')}@{host}/{about['NAME']}{place}"
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "keynet.settings",
        "DATABASE_URL": url,
        "EMAIL_TIMEOUT": "1",
    }


@pytest.fixture
def start() -> Iterator[Start]:
    """Return what starts `python -m MODULE` and waits until it says that it is ready."""
    started: list[subprocess.Popen[str]] = []

    def run(module: str, env: dict[str, str]) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, "-m", module],
            cwd=ROOT,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        return process

    yield run
    for process in started:
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()


def wait_until(what: Callable[[], Any], seconds: float = 30) -> None:
    """Wait for something to become true, and say what did not."""
    until = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < until, f"{what} did not become true in {seconds} s"
        time.sleep(0.05)
