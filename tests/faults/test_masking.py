"""The night's masking is killed: nobody is half masked, nobody is forgotten, and the ledger has everybody once."""

import random
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from applications.masking import mask_ended
from applications.models import Application
from keynet.invariants import check
from keynet.privacy.models import Erasure
from postings.models import Posting
from tests.builders import make_application, make_facility, make_published, make_user
from tests.cast import appointed
from tests.faults.conftest import Start

pytestmark = pytest.mark.processes
PEOPLE = 60


def test_a_night_killed_again_and_again_masks_everybody_whole_and_once(
    environment: dict[str, str], start: Start
) -> None:
    moment = random.Random(20261121)  # a failing run can be repeated
    facility, member = make_facility(), make_user("sato@sakura.example")
    facility.memberships.create(user=member, role="admin")
    posting = make_published(facility, member, appointed(make_user("okada@office.example"), "office"))
    for number in range(PEOPLE):
        make_application(posting, email=f"{number}@seeker.example")
    posting.close(by=member, reason="filled")
    Posting.objects.update(closed_at=timezone.now() - timedelta(days=180))
    kills = 0
    while kills < 5 and Application.objects.known().exists():
        worker = start("tests.faults.masking_worker", environment)
        time.sleep(moment.uniform(0.02, 0.3))
        worker.kill()
        worker.wait()
        kills += 1
        assert Erasure.objects.count() == Application.objects.exclude(masked_at=None).count()
    mask_ended()
    assert not Application.objects.known().exists()
    assert Erasure.objects.count() == PEOPLE
    assert check() == []
