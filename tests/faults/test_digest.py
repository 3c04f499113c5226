"""The morning's round is killed: every address gets its one letter, whatever had been written by then."""

import random
import time
from collections import Counter

import pytest
from django.utils import timezone

from keynet.invariants import check
from keynet.outbox.models import Letter
from postings.alerts.conditions.digest import write_digests
from postings.alerts.conditions.timetable import last_closing
from postings.alerts.models import SavedCondition
from postings.models import Posting
from tests.faults.conftest import Start
from tests.faults.scene import everybody, publish
from tests.postings.alerts.subscribers import save_condition

pytestmark = pytest.mark.processes
PEOPLE = 60


def test_a_round_killed_again_and_again_writes_to_everybody_once(
    environment: dict[str, str], start: Start
) -> None:
    moment = random.Random(20260601)  # a failing run can be repeated
    closing = last_closing("daily", timezone.now())
    publish(everybody(recruiters=0))
    Posting.objects.update(published_at=closing)
    people = {f"seeker{number}@seeker.example" for number in range(PEOPLE)}
    for address in people:
        save_condition(address=address)
    kills = 0
    while kills < 5 and SavedCondition.objects.filter(told_until__lt=closing).exists():
        worker = start("tests.faults.digest_worker", environment)
        time.sleep(moment.uniform(0.02, 0.15))
        worker.kill()
        worker.wait()
        kills += 1
    write_digests()
    told = Counter(Letter.objects.filter(kind="alerts.digest").values_list("recipient", flat=True))
    assert told == dict.fromkeys(people, 1)
    assert not SavedCondition.objects.exclude(told_until=closing).exists()
    assert check() == []
