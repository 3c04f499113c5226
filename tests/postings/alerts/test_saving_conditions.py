"""A condition is saved without an account, and starts only by the link that was mailed."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox.models import Letter
from postings.alerts.conditions.asking import MOST
from postings.alerts.conditions.forgetting import forget_unstarted
from postings.alerts.models import SavedCondition, Subscriber
from tests.builders import make_published
from tests.postings.alerts.subscribers import NAKAMURA, ask, path_in, save_condition

pytestmark = pytest.mark.django_db
NEW = "/alerts/new/?occ=nurse&pref=14"
ANSWERS = {"email": NAKAMURA, "frequency": "weekly"}


def test_a_condition_begins_only_after_the_button_of_the_mailed_link(client: Client) -> None:
    assert client.post(NEW, ANSWERS).headers["Location"] == "/alerts/sent/"
    letter = Letter.objects.get()
    assert "看護師、神奈川県" in letter.body and "毎週" in letter.body
    link = path_in(letter, "/start/")
    assert client.get(link).status_code == 200
    assert SavedCondition.objects.get().status == "waiting", "link scanners open links"
    assert client.post(link).status_code == 302
    condition = SavedCondition.objects.get()
    assert (condition.status, condition.frequency, condition.query) == (
        "active",
        "weekly",
        "occ=nurse&pref=14",
    )
    page = client.get(path_in(letter, "/start/")).content.decode()
    assert "このお知らせは始まっています" in page
    assert client.post(link).status_code == 302, "a second press changes nothing"


def test_the_same_page_follows_for_known_and_unknown_addresses(client: Client) -> None:
    save_condition()
    known, unknown = (
        client.post(NEW, {**ANSWERS, "email": email}, follow=True)
        for email in (NAKAMURA, "new@seeker.example")
    )
    assert known.redirect_chain == unknown.redirect_chain
    assert known.content == unknown.content
    assert Letter.objects.count() == 2


def test_a_stranger_changes_nothing_that_its_owner_started(client: Client) -> None:
    condition = save_condition(frequency="daily")
    client.post(NEW, ANSWERS)
    condition.refresh_from_db()
    assert (condition.status, condition.frequency) == ("active", "daily")
    assert SavedCondition.objects.count() == 1


def test_order_and_page_are_no_conditions_and_capitals_no_other_address(client: Client) -> None:
    client.post(f"{NEW}&sort=wage&page=3", ANSWERS)
    client.post(NEW, {**ANSWERS, "email": "Nakamura@Seeker.example"})
    assert Subscriber.objects.count() == SavedCondition.objects.count() == 1


def test_a_search_without_conditions_is_not_saved(client: Client) -> None:
    page = client.get("/alerts/new/?pref=99")
    assert "お知らせする条件を選んでください" in page.content.decode()
    assert client.post("/alerts/new/", ANSWERS).status_code == 200
    assert client.get("/alerts/preview/").status_code == 302
    assert not SavedCondition.objects.exists()


def test_what_is_missing_is_asked_for_and_unusable_conditions_are_named(client: Client) -> None:
    page = client.post(f"{NEW}&emp=x", {"frequency": "daily"}).content.decode()
    assert "メールアドレスを入力してください" in page
    assert "使えない条件がありました" in page
    assert not Subscriber.objects.exists()


def test_a_double_click_mails_once_and_an_address_is_not_flooded(client: Client) -> None:
    form = client.get(NEW).context["form"]
    twice = {**ANSWERS, "submission_id": form["submission_id"].value()}
    for _ in range(2):
        assert client.post(NEW, twice).status_code == 302
    assert Letter.objects.count() == 1
    for _ in range(2):
        client.post(NEW, ANSWERS)
    limited = client.post(NEW, ANSWERS)
    assert limited.status_code == 429
    assert Letter.objects.count() == 3
    assert NAKAMURA in limited.content.decode(), "what was typed stays"


def test_one_place_cannot_ask_for_ever(client: Client, settings: object) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"condition": "1/h/ip"}  # type: ignore[attr-defined]
    assert client.post(NEW, ANSWERS).status_code == 302
    assert client.post(NEW, {**ANSWERS, "email": "x@seeker.example"}).status_code == 429


def test_the_eleventh_condition_of_an_address_does_not_start(client: Client) -> None:
    for number in range(MOST):
        save_condition(f"pref={number + 1:02}")
    late = ask("pref=47")
    link = path_in(Letter.objects.get(), "/start/")
    answer = client.post(link)
    assert answer.status_code == 409 and "10件まで" in answer.content.decode()
    late.refresh_from_db()
    assert late.status == "waiting"


def test_what_nobody_started_is_forgotten_after_a_week_with_its_address(client: Client) -> None:
    waiting, kept = ask(address="nobody@seeker.example"), save_condition()
    ask("pref=13", address=NAKAMURA)
    Letter.objects.filter(recipient=NAKAMURA).delete()
    week = timezone.now() - timedelta(days=7, minutes=1)
    SavedCondition.objects.filter(status="waiting").update(created_at=week)
    link = path_in(Letter.objects.get(), "/start/") if Letter.objects.exists() else ""
    assert forget_unstarted() == 2
    assert SavedCondition.objects.get() == kept and Subscriber.objects.get().address == NAKAMURA
    assert not Letter.objects.filter(recipient="nobody@seeker.example").exists()
    assert client.get(link or f"/alerts/{waiting.pk}~x/start/").status_code == 410


def test_the_page_says_what_would_have_come(
    client: Client, sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_published(sakura, sato, okada, name_visibility="hidden")
    type(posting).objects.filter(pk=posting.pk).update(published_at=timezone.now() - timedelta(days=10))
    make_published(sakura, sato, okada, occupation="pharmacist", licence="薬剤師免許", shift_pattern="")
    page = client.get(NEW).content.decode()
    assert page.count("メール1通、求人1件") == 2
    for every in ("daily", "weekly"):
        past = client.get(f"/alerts/preview/?occ=nurse&pref=14&every={every}").content.decode()
        assert posting.title in past and "朝のメール：1件" in past
        assert "さくら病院" not in past
    assert "届きませんでした" in client.get("/alerts/preview/?pref=47").content.decode()


@pytest.mark.parametrize("token", ["x", "1~forged", "1", "%00", "9" * 400, "1~x~y"])
def test_a_forged_link_opens_nothing(client: Client, token: str) -> None:
    save_condition()
    for page in ("", "start/", "stop/"):
        assert client.get(f"/alerts/{token}/{page}").status_code in (400, 410)
    assert client.post(f"/alerts/{token}/1/pause/").status_code in (400, 404, 410)
    client.post(f"/alerts/{token}/stop/")
    assert SavedCondition.objects.get().status == "active"
