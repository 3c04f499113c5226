"""Reference data that every installation begins with."""

from io import StringIO

import pytest
from django.core.management import call_command

from facilities.models import Desk, DeskAddress

pytestmark = pytest.mark.django_db


def load() -> str:
    words = StringIO()
    call_command("load_reference", stdout=words)
    return words.getvalue().strip()


def test_every_prefecture_has_its_health_department_and_its_nurse_center() -> None:
    assert load().splitlines()[0] == "94 desks added."
    assert Desk.objects.filter(kind="prefectural_office").count() == 47
    assert Desk.objects.filter(kind="nurse_center").count() == 47


def test_telephone_numbers_of_the_circular_carry_its_date() -> None:
    load()
    hokkaido = Desk.objects.get(kind="nurse_center", prefecture="01")
    assert (hokkaido.name, hokkaido.phone) == ("北海道ナースセンター", "0118636794")
    assert not Desk.objects.filter(kind="nurse_center", phone_as_of=None).exists()
    assert not Desk.objects.filter(kind="prefectural_office").exclude(phone="").exists()


def test_tokyo_has_its_own_name() -> None:
    load()
    assert Desk.objects.get(kind="nurse_center", prefecture="13").name == "東京都ナースプラザ"


def test_a_second_run_changes_nothing_that_an_owner_wrote_or_closed() -> None:
    load()
    Desk.objects.filter(kind="nurse_center", prefecture="14").update(name="かながわナースセンター")
    Desk.objects.filter(kind="prefectural_office", prefecture="14").update(closed_on="2026-01-01")
    assert {line.split()[0] for line in load().splitlines()} == {"0"}
    assert Desk.objects.get(kind="nurse_center", prefecture="14").name == "かながわナースセンター"


def test_no_mail_address_is_ever_loaded() -> None:
    load()
    assert not DeskAddress.objects.exists()
