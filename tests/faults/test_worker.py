"""The worker dies, or the mail server misbehaves: no letter is lost, none goes twice but the one allowed case."""

import random
import re
import time
from collections import Counter

import pytest
from django.utils import timezone

from keynet.invariants import check
from keynet.outbox.letters import send_again
from keynet.outbox.models import Event, Letter
from tests.faults.conftest import Start, wait_until
from tests.faults.scene import everybody, publish
from tests.outbox.sinks import Habit, Inbox, free_port, sink

pytestmark = pytest.mark.processes
WORKER = "tests.faults.outbox_worker"
S = Letter.Status


def arrivals(*inboxes: Inbox) -> Counter[str]:
    """Return how often each letter arrived, by its Message-ID."""
    mails = [mail for inbox in inboxes for _, mail in inbox.mails]
    found = [re.search(rb"Message-ID: <([^@]+)@", mail) for mail in mails]
    return Counter(match[1].decode() for match in found if match)


def half_an_hour_later() -> None:
    """Let every lease and every pause be over."""
    now = timezone.now()
    Letter.objects.filter(status=S.SENDING).update(lease_until=now)
    Letter.objects.filter(status=S.PENDING).update(next_try_at=now)


def everything_has(**fate: object) -> bool:
    """Return whether every event has become letters, and all letters have this fate."""
    if Event.objects.filter(handled_at=None).exists():
        return False
    return Letter.objects.exists() and not Letter.objects.exclude(**fate).exists()


def test_a_worker_killed_again_and_again_loses_nothing(environment: dict[str, str], start: Start) -> None:
    moment = random.Random(20260601)  # a failing run can be repeated
    publish(everybody(recruiters=120))
    with sink() as inbox:
        env = {**environment, "EMAIL_URL": f"smtp://127.0.0.1:{inbox.port}"}
        kills = 0
        while kills < 5 and not everything_has(status=S.SENT):
            worker = start(WORKER, env)
            time.sleep(moment.uniform(0.02, 0.15))
            worker.kill()
            worker.wait()
            kills += 1
        half_an_hour_later()
        start(WORKER, env)
        wait_until(lambda: not Letter.objects.filter(status=S.SENDING).exists())
        half_an_hour_later()
        wait_until(lambda: everything_has(status=S.SENT))
    arrived = arrivals(inbox)
    unconfirmed = {str(pk) for pk in Letter.objects.filter(unconfirmed=1).values_list("pk", flat=True)}
    assert set(arrived) == {str(pk) for pk in Letter.objects.values_list("pk", flat=True)}
    assert {letter for letter, times in arrived.items() if times > 1} <= unconfirmed
    assert max(arrived.values()) <= 2
    assert sum(arrived.values()) - len(arrived) <= kills
    assert check() == []


def test_a_mail_server_with_every_fault_in_turn(environment: dict[str, str], start: Start) -> None:
    publish(everybody(recruiters=1))
    port = free_port()
    start(WORKER, {**environment, "EMAIL_URL": f"smtp://127.0.0.1:{port}"})
    wait_until(lambda: Letter.objects.filter(tries=1).exists())
    assert not Letter.objects.filter(status=S.SENT).exists(), "nobody listens"

    with sink(Habit(rcpt="451 try later"), port=port) as busy:
        half_an_hour_later()
        wait_until(lambda: everything_has(last_error__startswith="451"))
    with sink(Habit(stall_after_data=True), port=port) as silent:
        half_an_hour_later()
        wait_until(lambda: everything_has(unconfirmed=1))
    with sink(Habit(drop_after_data=True), port=port) as dropping:
        half_an_hour_later()
        wait_until(lambda: everything_has(status=S.UNKNOWN))
    assert busy.mails == []
    assert set(arrivals(silent, dropping).values()) == {2}, (
        "one repeat, with the same Message-ID, and no more"
    )

    with sink(port=port) as good:
        for letter in Letter.objects.all():
            send_again(letter, by="user:1")
        wait_until(lambda: everything_has(status=S.SENT))
    assert set(arrivals(good).values()) == {1}
    assert check() == []
