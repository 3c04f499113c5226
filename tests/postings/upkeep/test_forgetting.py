"""Registrations that nobody handed in are forgotten after 30 days."""

from datetime import timedelta

import pytest
from django.utils import timezone

from facilities.models import Facility, Registration
from keynet.accounts.models import MailedLink
from postings.models import Posting
from postings.registration.steps import begin
from postings.upkeep.forgetting import forget_abandoned

pytestmark = pytest.mark.django_db
LONG_AGO = timezone.now() - timedelta(days=31)


def _untouched_since(moment: object) -> None:
    Registration.objects.update(updated_at=moment)
    Posting.objects.update(updated_at=moment)


def test_an_abandoned_registration_goes_with_everything_it_brought() -> None:
    begin()
    _untouched_since(LONG_AGO)
    assert forget_abandoned() == 1
    for model in (Registration, Posting, Facility, MailedLink):
        assert not model.objects.exists()


def test_a_form_in_use_stays() -> None:
    begin()
    Registration.objects.update(updated_at=LONG_AGO)
    assert forget_abandoned() == 0
    assert Registration.objects.exists()


def test_a_received_registration_stays(sakura: Facility) -> None:
    Registration.objects.create(
        facility=sakura,
        status=Registration.Status.WAITING,
        number="R-2611-000001",
        received_at=LONG_AGO,
        contact_name="佐藤",
        contact_email="sato@sakura.example",
    )
    _untouched_since(LONG_AGO)
    assert forget_abandoned() == 0
