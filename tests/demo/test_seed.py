"""The demonstration is believable, lawful, and cannot reach anybody."""

from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from keynet.demo.seed import seed_demo
from keynet.outbox.models import Letter
from keynet.vocabulary.occupations import LISTED
from postings.models import Posting

pytestmark = pytest.mark.django_db


def test_the_demonstration_covers_every_prefecture_and_occupation() -> None:
    made = seed_demo()
    live = Posting.objects.live()
    assert 290 <= made["postings"] <= 330
    assert len(set(Posting.objects.values_list("work_prefecture", flat=True))) == 47
    assert set(live.values_list("occupation", flat=True)) >= set(map(str, LISTED))


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
