"""Opening an account by a mailed link."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import signing
from django.test import Client
from django.urls import reverse

from keynet.accounts import sign_up
from keynet.accounts.models import User
from keynet.outbox.models import Event, Letter
from tests.builders import make_user

pytestmark = pytest.mark.django_db
ADDRESS = "nakamura@seeker.example"
PASSWORD = "とても長い合言葉ですから"
NOTHING = {"name": "中村 由美", "password": "", "again": ""}


def link_of(letter: Letter) -> str:
    found = re.search(r"/account/new/\S+", letter.body)
    assert found
    return found[0]


def asked(client: Client, address: str = ADDRESS) -> str:
    """Ask for an account and return the mailed link."""
    client.post(reverse("account_signup"), {"email": address})
    return link_of(Letter.objects.latest("created_at"))


def test_an_address_becomes_an_account_only_by_its_mailed_link(client: Client) -> None:
    link = asked(client)
    assert not User.objects.exists() and not Letter.objects.exclude(subject="user:0").exists()
    assert client.get(link).status_code == 200
    assert not User.objects.exists()
    answer = client.post(link, NOTHING)
    assert answer["Location"] == reverse("accounts:home")
    assert client.get(answer["Location"])["Location"] == "/my/"
    user = User.objects.get(email=ADDRESS)
    assert not user.has_usable_password() and EmailAddress.objects.get(user=user).verified
    assert Event.objects.get(name="account.opened").actor == user.actor_key


def test_a_password_is_welcome_and_checked(client: Client) -> None:
    link = asked(client)
    for wrong in (("短い", "短い"), (PASSWORD, "違う合言葉ですから長い"), (ADDRESS, ADDRESS)):
        page = client.post(link, {"name": "中村 由美", "password": wrong[0], "again": wrong[1]})
        assert page.status_code == 200 and "パスワード" in page.content.decode()
    client.post(link, {"name": "中村 由美", "password": PASSWORD, "again": PASSWORD})
    assert Client().login(email=ADDRESS, password=PASSWORD)


def test_without_a_password_one_signs_in_by_a_mailed_number(client: Client) -> None:
    client.post(asked(client), NOTHING)
    guest = Client()
    waiting = guest.post(reverse("account_request_login_code"), {"email": ADDRESS})
    assert waiting.status_code == 302, waiting.content.decode()
    number = re.search(r"^\d{6}$", Letter.objects.latest("created_at").body, re.M)
    assert number
    assert "番号が違います" in guest.post(waiting["Location"], {"code": "12"}).content.decode()
    answer = guest.post(waiting["Location"], {"code": f"{number[0][:3]} {number[0][3:]}"}, follow=False)
    assert answer["Location"] == reverse("accounts:home")


@pytest.mark.parametrize(
    "token",
    ["x", "a:b:c", signing.dumps(ADDRESS, salt="another form")],
    ids=["nonsense", "three parts", "of another form"],
)
def test_a_forged_link_opens_nothing(client: Client, token: str) -> None:
    page = client.post(reverse("accounts:new", args=[token]), NOTHING)
    assert page.status_code == 410 and not User.objects.exists()


def test_a_link_ends_after_half_an_hour_and_after_its_use(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = asked(client)
    monkeypatch.setattr(sign_up, "VALID_FOR", -sign_up.VALID_FOR)
    assert "期限（30分）が過ぎました" in client.get(link).content.decode()
    monkeypatch.undo()
    client.post(link, NOTHING)
    again = Client().get(link)
    assert again.status_code == 410 and "すでにできています" in again.content.decode()


def test_whoever_has_an_account_gets_the_way_to_the_login(client: Client) -> None:
    make_user(ADDRESS)
    client.post(reverse("account_signup"), {"email": ADDRESS.upper()})
    letter = Letter.objects.get()
    assert "/account/login/" in letter.body and "/account/new/" not in letter.body


def test_an_address_gets_three_letters_an_hour_known_or_not(client: Client) -> None:
    make_user("known@seeker.example")
    for address in (ADDRESS, "known@seeker.example"):
        for _ in range(3):
            assert client.post(reverse("account_signup"), {"email": address}).status_code == 302
        page = client.post(reverse("account_signup"), {"email": address})
        assert "続けてメールを送りました" in page.content.decode()
    assert Letter.objects.count() == 6


def test_the_secret_part_of_the_link_stays_out_of_the_log(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    from keynet.secret_paths import WithoutSecrets

    link = asked(client)
    client.post(link, NOTHING)
    Client().get(link)
    record = next(record for record in caplog.records if record.name == "django.request")
    WithoutSecrets().filter(record)
    assert link.split("/")[3] not in record.getMessage()
