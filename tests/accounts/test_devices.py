"""ログイン中の端末: what is listed, and how it ends."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from keynet.accounts.devices import device_name
from keynet.accounts.models import User
from tests.builders import make_user

pytestmark = pytest.mark.django_db
PASSWORD = "とても長い合言葉です"
PHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Safari/604.1"
)
DESK = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36"


@pytest.fixture
def nakamura(db: None) -> User:
    """A nurse with an account."""
    user = make_user("nakamura@seeker.example", "中村 由美")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def logged_in(user: User, agent: str) -> Client:
    client = Client(HTTP_USER_AGENT=agent)
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    return client


def test_both_devices_are_listed_and_this_one_is_marked(nakamura: User) -> None:
    desk = logged_in(nakamura, DESK)
    logged_in(nakamura, PHONE)
    page = desk.get(reverse("accounts:devices")).content.decode()
    assert page.index("Windowsのパソコン・Chrome") < page.index("この端末") < page.index("iPhone・Safari")
    assert "127.0.0.1" not in page


def test_one_device_or_all_others_are_signed_out(nakamura: User) -> None:
    desk, phone = logged_in(nakamura, DESK), logged_in(nakamura, PHONE)
    number = UserSession.objects.get(user_agent=PHONE).pk
    desk.post(reverse("accounts:end_device", args=[number]))
    assert phone.get(reverse("accounts:devices")).status_code == 302
    third = logged_in(nakamura, PHONE)
    desk.post(reverse("accounts:end_other_devices"))
    assert third.get(reverse("accounts:devices")).status_code == 302
    assert desk.get(reverse("accounts:devices")).status_code == 200


def test_a_strangers_device_does_not_exist(nakamura: User, sato: User) -> None:
    mine, _theirs = logged_in(nakamura, DESK), logged_in(sato, PHONE)
    number = UserSession.objects.filter(user=sato).values_list("pk", flat=True)
    for pk in (*number, 999_999, UserSession.objects.get(user=nakamura).pk):
        assert mine.post(reverse("accounts:end_device", args=[pk])).status_code == 404
    assert UserSession.objects.count() == 1 + len(number)


def test_a_changed_password_signs_out_everywhere(nakamura: User) -> None:
    desk, phone = logged_in(nakamura, DESK), logged_in(nakamura, PHONE)
    new = "もっとずっと長い合言葉です"
    typed = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert desk.post(reverse("account_change_password"), typed).status_code == 302
    assert phone.get(reverse("accounts:devices")).status_code == 302
    assert not UserSession.objects.exists()


def test_the_last_visit_is_kept_by_the_half_hour(nakamura: User) -> None:
    desk = logged_in(nakamura, DESK)
    before = timezone.now() - timedelta(minutes=20)
    UserSession.objects.update(last_seen_at=before)
    desk.get(reverse("accounts:devices"))
    assert UserSession.objects.get().last_seen_at == before
    UserSession.objects.update(last_seen_at=before - timedelta(minutes=20))
    desk.get(reverse("accounts:devices"))
    assert UserSession.objects.get().last_seen_at > before


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (PHONE, "iPhone・Safari"),
        (DESK, "Windowsのパソコン・Chrome"),
        ("", "わからない端末"),
        ("curl/8", "わからない端末"),
    ],
)
def test_a_device_is_named_in_words(agent: str, words: str) -> None:
    assert device_name(agent) == words
