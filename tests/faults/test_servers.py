"""Valkey or PostgreSQL dies while there is work: Valkey holds nothing that matters, PostgreSQL forgets nothing."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from keynet.invariants import check
from keynet.local import locks, places, site
from keynet.local.places import Places
from keynet.local.postgres import Postgres
from keynet.local.processes import stop_together
from keynet.local.valkey import Valkey
from keynet.outbox.models import Event, Letter
from tests.faults.conftest import ROOT, Start, wait_until
from tests.faults.scene import everybody, publish
from tests.outbox.sinks import sink

pytestmark = pytest.mark.processes


@contextmanager
def own_places() -> Iterator[Places]:
    """Give a directory for servers of this test alone; it vanishes with them."""
    here = places.temporary()
    with locks.join(here.home / "lock"):
        try:
            yield here
        finally:
            shutil.rmtree(here.home, ignore_errors=True)


def all_sent() -> bool:
    if Event.objects.filter(handled_at=None).exists():
        return False
    return Letter.objects.exists() and not Letter.objects.exclude(status=Letter.Status.SENT).exists()


def test_valkey_killed_and_emptied_with_letters_waiting(environment: dict[str, str]) -> None:
    scene = everybody(recruiters=5)
    with own_places() as here, sink() as inbox:
        valkey = Valkey(here)
        valkey.start()
        env = {**environment, "REDIS_URL": valkey.url, "EMAIL_URL": f"smtp://127.0.0.1:{inbox.port}"}
        celery = [site.worker(here, env), site.beat(here, env)]
        try:
            for program in celery:
                program.start()
            publish(scene)
            wait_until(all_sent)
            valkey.program.kill()
            publish(scene)
            time.sleep(1)
            assert Event.objects.filter(handled_at=None).exists(), "nothing moves without Valkey"
            shutil.rmtree(here.home / "valkey")
            (here.home / "valkey").mkdir()
            valkey.start()
            wait_until(all_sent)
        finally:
            stop_together([*celery, valkey.program], 5)
    assert len(inbox.mails) == Letter.objects.count()
    assert check() == []


def test_postgresql_restarted_under_load_keeps_every_acknowledged_change(start: Start) -> None:
    with own_places() as here, sink() as inbox:
        postgres = Postgres(here)
        postgres.start()
        env = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "keynet.settings",
            "DATABASE_URL": postgres.url,
            "EMAIL_URL": f"smtp://127.0.0.1:{inbox.port}",
        }
        try:
            manage(env, "migrate", "--verbosity=0")
            clerk = start("tests.faults.clerk", env)
            worker = start("tests.faults.outbox_worker", env)
            for end in (postgres.program.kill, postgres.stop, postgres.program.kill):
                time.sleep(0.8)
                end()
                postgres.start()
            time.sleep(0.5)
            clerk.kill()
            acknowledged = (clerk.communicate()[0]).count("done")
            kept = int(manage(env, "shell", "-v0", "-c", COUNT_CHANGES))
            assert acknowledged > 20
            assert acknowledged <= kept <= acknowledged + 3, (
                "at most one change a crash was made but not heard of"
            )
            if worker.poll() is not None:  # it died with its database connection, as a task of Celery's does
                start("tests.faults.outbox_worker", env)
            wait_until(lambda: manage(env, "shell", "-v0", "-c", COUNT_WAITING) == "0")
            assert "invariants hold" in manage(env, "check_invariants")
        finally:
            postgres.stop()


COUNT_CHANGES = (
    "from keynet.outbox.models import Event;"
    "print(Event.objects.filter(name__in=('posting.paused', 'posting.resumed')).count())"
)
COUNT_WAITING = "from keynet.outbox.models import Event; print(Event.objects.filter(handled_at=None).count())"


def manage(env: dict[str, str], *arguments: str) -> str:
    """Run a management command and return what it says."""
    command = [sys.executable, str(Path(ROOT, "manage.py")), *arguments]
    return subprocess.run(command, env=env, check=True, capture_output=True, text=True).stdout.strip()
