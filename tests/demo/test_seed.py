"""The demonstration is believable, lawful, and cannot reach anybody."""

from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from applications.models import Hire, HireDay, PersonalAccess, Refusal
from applications.reports.models import OutsideHires, TrainingReport
from keynet.demo.seed import seed_demo
from keynet.invariants import check
from keynet.outbox.models import Letter
from keynet.vocabulary.occupations import LISTED
from postings.models import Posting

pytestmark = pytest.mark.django_db


def test_the_demonstration_covers_every_prefecture_and_occupation() -> None:
    made = seed_demo()
    live = Posting.objects.live()
    assert 290 <= made["postings"] <= 340
    assert len(set(Posting.objects.values_list("work_prefecture", flat=True))) == 47
    assert set(live.values_list("occupation", flat=True)) >= set(map(str, LISTED))


def test_no_page_of_the_demonstration_is_empty_and_nothing_in_it_is_impossible(settings: Any) -> None:
    """Hires, trainings, other ways, single days, refusals and readings are there, and every invariant holds."""
    settings.DEMO = True
    seed_demo()
    counts = {
        "hires": Hire.objects.active().count(),
        "taken back": Hire.objects.exclude(cancelled_at=None).count(),
        "days": HireDay.objects.count(),
        "trainings": TrainingReport.objects.count(),
        "corrected": TrainingReport.objects.filter(corrections__isnull=False).count(),
        "reminded": Hire.objects.exclude(training_asked_on=None).count(),
        "corrected numbers": OutsideHires.objects.exclude(corrected_at=None).count(),
        "refusals": Refusal.objects.count(),
        "readings": PersonalAccess.objects.count(),
    }
    assert all(counts.values()), counts
    assert len(set(Hire.objects.values_list("posting__work_prefecture", flat=True))) == 4
    assert [(found.code, rows) for found, rows in check() if rows] == []


def test_every_address_of_the_demonstration_is_reserved_for_examples() -> None:
    seed_demo()
    assert not Letter.objects.exclude(recipient__endswith=".example").exists()
    assert not Posting.objects.exclude(contact_email__endswith=".example").exists()


def test_the_same_seed_makes_the_same_postings() -> None:
    assert _titles_of(7) == _titles_of(7)
    assert _titles_of(7) != _titles_of(8)


def _titles_of(seed: int) -> list[tuple[str, str, int | None]]:
    """Seed, look, and take everything back."""
    with transaction.atomic():
        seed_demo(seed)
        titles = list(Posting.objects.order_by("pk").values_list("title", "work_city", "wage_min"))
        transaction.set_rollback(True)
    return titles


def test_fictional_postings_stay_out_of_a_real_service(settings: Any) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError):
        call_command("seed_demo")
