"""What visitors find: two pages of nurses' postings in 神奈川県, and one posting of every other kind."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from facilities.models import Facility, Membership
from keynet.accounts.models import User
from postings.models import Posting
from tests.builders import make_facility, make_published

NURSES = 22
WITHOUT_SHIFTS = {"shift_pattern": "", "departments": []}


@pytest.fixture
def shown(sakura: Facility, sato: User, okada: User) -> dict[str, Posting]:
    """The postings that a test looks at by name: `nurse`, `hidden`, `paused`, `closed`."""
    call_command("load_reference", verbosity=0)
    for number in range(1, NURSES):
        soon = timezone.localdate() + timedelta(days=number)
        make_published(
            sakura, sato, okada, title=f"{number}階病棟の看護師", publish_to=soon, wage_min=2000 + number
        )
    aozora = make_facility(name="あおぞら病院", prefecture="13", city="千代田区")
    Membership.objects.create(user=sato, facility=aozora, role=Membership.Role.ADMIN)
    tokyo = {"work_prefecture": "13", "work_city": "千代田区", "work_address": "一番町1"}
    doctor = {
        "occupation": "doctor",
        "licence": "医師免許",
        "title": "発熱外来の医師",
        **WITHOUT_SHIFTS,
        **tokyo,
    }
    long = "感染症病棟で、入院患者の看護、記録、家族への説明、ほかの職種との調整を担当します。\n" * 12
    found = {
        "nurse": make_published(sakura, sato, okada, title="集中治療室の看護師", duties=long),
        "hidden": make_published(aozora, sato, okada, name_visibility="hidden", **doctor),
        "paused": make_published(sakura, sato, okada, title="手術室の看護師"),
        "closed": make_published(sakura, sato, okada, title="外来の看護師"),
    }
    found["paused"].pause(by=sato)
    found["closed"].close(by=sato, reason="filled")
    return found
