"""How the people behind events are named, and to whom."""

import pytest
from django.utils import timezone

from keynet.accounts.actors import names_of
from keynet.accounts.models import User

pytestmark = pytest.mark.django_db


def test_the_office_is_a_body_to_others_and_a_person_to_colleagues(
    okada: User, sato: User, mori: User
) -> None:
    key = okada.actor_key
    assert names_of([key], sato)[key] == "運営事務局"
    assert names_of([key], mori)[key] == f"運営事務局 {okada.name}"


def test_who_left_the_office_does_not_speak_for_it_and_stays_unnamed(
    okada: User, sato: User, mori: User
) -> None:
    okada.appointments.update(ended_at=timezone.now())
    key = okada.actor_key
    assert names_of([key], sato)[key] == "担当者"
    assert names_of([key], mori)[key] == okada.name
