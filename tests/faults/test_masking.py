"""The night's masking is killed: nobody is half masked, nobody is forgotten, and the ledger has everybody once.

60 people and 5 kills; `MASKED=20000 MASK_KILLS=100 bin/test tests/faults/test_masking.py -s` for the long run, which
says how long it took.
"""

import os
import random
import time
from copy import copy
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from applications.masking import mask_ended
from applications.models import Application
from keynet.invariants import check
from keynet.outbox.models import Event
from keynet.outbox.models.event import subject_key
from keynet.privacy.models import Erasure
from postings.models import Posting
from tests.builders import make_application, make_facility, make_published, make_user
from tests.cast import appointed
from tests.faults.conftest import Start

pytestmark = pytest.mark.processes
PEOPLE = int(os.environ.get("MASKED", "60"))
KILLS = int(os.environ.get("MASK_KILLS", "5"))
LONGEST = 0.3 if PEOPLE < 1000 else 3.0
"""Seconds after which a worker is killed at the latest."""


def test_a_night_killed_again_and_again_masks_everybody_whole_and_once(
    environment: dict[str, str], start: Start
) -> None:
    moment = random.Random(20261121)  # a failing run can be repeated
    facility, member = make_facility(), make_user("sato@sakura.example")
    facility.memberships.create(user=member, role="admin")
    posting = make_published(facility, member, appointed(make_user("okada@office.example"), "office"))
    receive(make_application(posting, email="0@seeker.example"), PEOPLE)
    posting.close(by=member, reason="filled")
    Posting.objects.update(closed_at=timezone.now() - timedelta(days=180))
    kills, begun = 0, time.monotonic()
    while kills < KILLS and Application.objects.known().exists():
        worker = start("tests.faults.masking_worker", environment)
        time.sleep(moment.uniform(0.02, LONGEST))
        worker.kill()
        worker.wait()
        kills += 1
        assert Erasure.objects.count() == Application.objects.exclude(masked_at=None).count()
    left, at = Application.objects.known().count(), time.monotonic()
    while mask_ended(confirmed=True):
        pass
    print(f"{PEOPLE} people, {kills} kills: {time.monotonic() - begun:.0f} s;", end=" ")
    print(f"the last {left} without one: {left / (time.monotonic() - at):.0f} a second")
    assert not Application.objects.known().exists()
    assert Erasure.objects.count() == PEOPLE
    assert check() == []


def receive(first: Application, number: int) -> None:
    """Let so many people apply as the first one did, with what happened to their applications."""
    rows = [copy(first) for _ in range(number - 1)]
    for count, row in enumerate(rows, start=1):
        row.pk, row.public_id, row.submission_id, row.email = (
            None,
            uuid4(),
            uuid4(),
            f"{count}@seeker.example",
        )
    Application.objects.bulk_create(rows)
    for event in Event.objects.about(first):
        Event.objects.bulk_create(
            Event(name=event.name, subject=subject_key(row), actor=subject_key(row), data=event.data)
            for row in rows
        )
