"""What the owner of an address does through the links of its letters, and what is left after a stop."""

import pytest
from django.test import Client

from keynet.accounts.models import User
from keynet.invariants import check
from keynet.outbox.models import Letter
from postings.alerts.conditions.links import MANAGE, STOP
from postings.alerts.models import SavedCondition, Subscriber
from tests.cast import signed_in
from tests.postings.alerts.subscribers import NAKAMURA, ask, owner_of, save_condition

pytestmark = pytest.mark.django_db


@pytest.fixture
def condition() -> SavedCondition:
    """A condition that its owner started a week ago."""
    return save_condition()


@pytest.fixture
def managing(condition: SavedCondition) -> str:
    """The page that every letter leads to."""
    return MANAGE.path(owner_of(condition))


def test_the_page_shows_the_conditions_in_words_and_not_the_address(client: Client, managing: str) -> None:
    save_condition("pref=13&urgent=1", frequency="weekly")
    save_condition("occ=doctor", address="kimura@seeker.example")
    shown = client.get(managing).content.decode()
    assert "看護師、神奈川県" in shown and "東京都、緊急の募集" in shown
    assert "医師" not in shown and NAKAMURA not in shown


def test_the_owner_changes_pauses_and_resumes(
    client: Client, condition: SavedCondition, managing: str
) -> None:
    one = f"{managing}{condition.pk}/"
    answer = client.post(f"{one}frequency/", {"frequency": "weekly"})
    assert answer.headers["Location"] == managing
    told = condition.told_until
    condition.refresh_from_db()
    assert (condition.frequency, condition.told_until) == ("weekly", told), "what is told is not told again"
    for verb, status in (("pause", "paused"), ("resume", "active")):
        assert client.post(f"{one}{verb}/").status_code == 302
        condition.refresh_from_db()
        assert condition.status == status
        assert client.post(f"{one}{verb}/").status_code == 409
    for verb in ("frequency", "pause", "resume", "stop"):
        assert client.get(f"{one}{verb}/").status_code == 405


def test_nobody_reaches_the_condition_of_another_address(client: Client, managing: str) -> None:
    other = save_condition("occ=doctor", address="kimura@seeker.example")
    for verb in ("frequency", "pause", "resume", "stop"):
        assert client.post(f"{managing}{other.pk}/{verb}/").status_code == 404
    other.refresh_from_db()
    assert other.status == "active"


def test_a_stopped_condition_is_forgotten_and_the_last_one_takes_the_address_with_it(
    client: Client, condition: SavedCondition, managing: str
) -> None:
    other = save_condition("occ=doctor")
    assert client.post(f"{managing}{condition.pk}/stop/").headers["Location"] == managing
    condition.refresh_from_db()
    assert (condition.status, condition.query, condition.subscriber) == ("stopped", "", None)
    assert client.post(f"{managing}{other.pk}/stop/").headers["Location"] == "/alerts/stopped/"
    assert not Subscriber.objects.exists()
    assert client.get(managing).status_code == 410


def test_a_mail_program_stops_everything_in_one_post_and_nothing_of_the_address_stays(
    condition: SavedCondition,
) -> None:
    ask("pref=13")
    link = STOP.path(owner_of(condition))
    mail_program = Client(enforce_csrf_checks=True)
    assert mail_program.get(link).status_code == 200
    condition.refresh_from_db()
    assert condition.status == "active"
    for _ in range(2):
        answer = mail_program.post(link, {"List-Unsubscribe": "One-Click"})
        assert answer.status_code == 200, "mail programs follow no redirect"
    assert not Subscriber.objects.exists()
    assert SavedCondition.objects.get().stop_reason == ""
    letter = Letter.objects.get()
    assert letter.status == "suppressed" and NAKAMURA not in letter.recipient + letter.body
    assert check() == []


def test_a_reason_is_asked_and_only_counted(client: Client, condition: SavedCondition, okada: User) -> None:
    link = STOP.path(owner_of(condition))
    assert "任意" in client.get(link).content.decode()
    assert client.post(link, {"reason": "found"}).headers["Location"] == "/alerts/stopped/"
    assert SavedCondition.objects.get().stop_reason == "found"
    assert client.get(link).status_code == 410
    shown = signed_in(okada).get("/office/conditions/").content.decode()
    assert "仕事が決まった" in shown


def test_office_and_ministry_read_numbers_and_nothing_else(
    okada: User, mori: User, condition: SavedCondition
) -> None:
    for person, audience in ((okada, "office"), (mori, "ministry")):
        shown = signed_in(person).get(f"/{audience}/conditions/").content.decode()
        assert "受け取り中" in shown and "宛先は1件" in shown
        assert "@" not in shown and "occ=nurse" not in shown
        letters = signed_in(person).get(f"/{audience}/letters/kinds/").content.decode()
        assert "条件お知らせ（新しい求人）" in letters and "条件お知らせを始める確認" in letters


def test_of_the_letters_staff_see_only_that_they_left(okada: User) -> None:
    ask()
    shown = signed_in(okada).get("/office/letters/").content.decode()
    assert "条件お知らせを始める確認" in shown
    assert NAKAMURA not in shown
