"""Who got an account and does not log in is reminded once, counted from the letter that left."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from facilities.models import Facility, Registration
from facilities.reminding import remind_of_first_login
from keynet.accounts.first_login import finish_first_login, issue_first_login
from keynet.accounts.models import User
from keynet.outbox.models import Event, Letter
from tests.builders import make_user
from tests.facilities.views.test_office import registration

pytestmark = pytest.mark.django_db
FRIDAY = datetime(2026, 11, 13, 15, 0, tzinfo=ZoneInfo("Asia/Tokyo"))


@pytest.fixture
def waiting(midori: Facility) -> Registration:
    """The office confirmed on a Friday, and the letter left ten minutes later."""
    person = make_user("tantou@midori.example", "担当 三郎")
    person.set_unusable_password()
    person.save()
    row = registration(midori, person, FRIDAY)
    mailed(row, FRIDAY + timedelta(minutes=10))
    return row


def mailed(row: Registration, at: datetime) -> None:
    Letter.objects.create(
        kind="facilities.registration_confirmed",
        subject=f"registration:{row.pk}",
        recipient=row.contact_email,
        period=f"{at}",
        status="sent",
        sent_at=at,
        created_at=at,
    )


def on(day: int, monkeypatch: pytest.MonkeyPatch) -> int:
    moment = datetime(2026, 11, day, 9, 20, tzinfo=ZoneInfo("Asia/Tokyo"))
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)
    return remind_of_first_login()


def test_after_three_business_days_and_only_once(
    waiting: Registration, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [on(day, monkeypatch) for day in (16, 17, 18, 19, 20)] == [0, 0, 1, 0, 0]
    letter = Letter.objects.get(kind="facilities.first_login_reminder")
    assert letter.recipient == "tantou@midori.example"
    assert Event.objects.about(waiting).get().name == "registration.reminded"


def test_not_on_a_day_off(waiting: Registration, monkeypatch: pytest.MonkeyPatch) -> None:
    assert on(21, monkeypatch) == 0


def test_a_letter_sent_anew_begins_the_count_anew(
    waiting: Registration, monkeypatch: pytest.MonkeyPatch
) -> None:
    mailed(waiting, FRIDAY + timedelta(days=4))
    assert [on(day, monkeypatch) for day in (18, 19, 20)] == [0, 0, 1]


def test_a_letter_that_never_left_reminds_nobody(
    waiting: Registration, monkeypatch: pytest.MonkeyPatch
) -> None:
    Letter.objects.update(status="pending", sent_at=None)
    assert on(20, monkeypatch) == 0


def test_who_has_logged_in_is_left_alone(waiting: Registration, monkeypatch: pytest.MonkeyPatch) -> None:
    person = User.objects.get(email="tantou@midori.example")
    finish_first_login(issue_first_login(person), "とても長くて忘れない合言葉です")
    assert on(20, monkeypatch) == 0
