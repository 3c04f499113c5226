"""Unusual reading is told to the facility's admins within minutes, once a day, and counted by the office."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from applications.models import Application, Emergency, ListFile, PersonalAccess, ReadingAlarm
from applications.models.personal_access import Page
from applications.safekeeping import watching
from applications.safekeeping.emergencies import open_in_emergency
from applications.safekeeping.readings import forget_old
from applications.safekeeping.watching import watch
from facilities.models import Facility, Membership
from keynet.accounts.models import User
from keynet.outbox.models import Letter
from tests.builders import make_application, make_published, make_user
from tests.cast import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(sakura: Facility, sato: User) -> User:
    user = make_user("clerk@sakura.example", "係 一郎")
    Membership.objects.create(user=user, facility=sakura, role=Membership.Role.MEMBER)
    return user


@pytest.fixture
def people(sakura: Facility, sato: User, okada: User, monkeypatch: pytest.MonkeyPatch) -> list[Application]:
    """Four people, where three are still usual."""
    monkeypatch.setattr(watching, "MOST", 3)
    posting = make_published(sakura, sato, okada)
    return [make_application(posting, email=f"{number}@seeker.example") for number in range(4)]


def read(rows: list[Application], by: User, *, every: timedelta = timedelta(minutes=1)) -> None:
    for number, row in enumerate(rows):
        PersonalAccess.objects.create(
            at=timezone.now() - every * number,
            actor=by,
            body="facility",
            facility=row.posting.facility,
            page=Page.APPLICATION,
            application=row,
        )


def alarms() -> list[Letter]:
    return list(Letter.objects.filter(kind="applications.unusual_reading"))


def test_many_people_in_ten_minutes_are_told_once_a_day_to_the_admins(
    people: list[Application], clerk: User, sato: User, okada: User
) -> None:
    read(people, clerk)
    assert watch() == 1
    assert watch() == 0
    (letter,) = alarms()
    assert letter.recipient == sato.email and "50人を超える" in letter.body
    assert "中村" not in letter.body and clerk.name not in letter.body
    page = signed_in(okada).get("/office/privacy/").content.decode()
    assert "いつもと違う閲覧" in page and clerk.name not in page


def test_the_same_people_again_or_over_an_hour_are_usual(people: list[Application], clerk: User) -> None:
    read(people[:3] * 4, clerk)
    assert watch() == 0
    read(people, clerk, every=timedelta(minutes=11))
    assert watch() == 0 and not alarms()


def test_the_first_list_that_somebody_takes_away_is_told_and_the_second_is_not(
    people: list[Application], sakura: Facility, sato: User
) -> None:
    client = signed_in(sato)
    path = reverse("inbox:file_csv", args=[sakura.public_id])
    client.post(path, {"reason": "面接の準備"})
    assert watch() == 1
    client.post(path, {"reason": "面接の準備"})
    assert watch() == 0
    assert "初めてファイルに書き出しました" in alarms()[0].body


def test_after_three_years_readings_files_alarms_and_reasons_are_gone(
    people: list[Application], sakura: Facility, sato: User, okada: User
) -> None:
    for at in (timezone.now(), timezone.now() - timedelta(days=3 * 366 + 1)):
        file = ListFile.objects.create(
            facility=sakura, taken_by=sato, at=at, purpose="面接の準備", applications=[]
        )
        reading = {"at": at, "actor": sato, "facility": sakura}
        PersonalAccess.objects.create(**reading, body="facility", page=Page.LIST_FILE, file=file)
        ReadingAlarm.objects.create(**reading, kind="first_file", day=at.date())
        opened = open_in_emergency(people[0], reason="警察からの照会がありました。", body="office", by=okada)
        Emergency.objects.filter(pk=opened.pk).update(opened_at=at)
    assert forget_old() == 4 and forget_old() == 0


@pytest.mark.parametrize(("hour", "marked"), [(21, False), (22, True), (4, True), (5, False)])
def test_reading_at_night_is_marked_and_nobody_is_woken(
    people: list[Application], sato: User, sakura: Facility, hour: int, marked: bool
) -> None:
    at = datetime(2026, 6, 1, hour, 30, tzinfo=timezone.get_default_timezone())
    row = PersonalAccess(at=at, actor=sato, body="facility", facility=sakura, page=Page.APPLICATION)
    row.application = people[0]
    row.save()
    page = signed_in(sato).get(f"/facility/{sakura.public_id}/readings/").content.decode()
    assert ("（夜間）" in page) is marked and watch() == 0
