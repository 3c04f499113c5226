"""Logging in and setting passwords, as people read it."""

import pytest
from django.test import Client
from django.urls import reverse

from keynet.accounts.first_login import finish_first_login, issue_first_login
from keynet.accounts.models import User
from keynet.outbox.models import Letter
from tests.builders import make_user
from tests.cast import signed_in

pytestmark = pytest.mark.django_db

PASSWORD = "とても長い合言葉ですから"


def test_a_wrong_password_does_not_say_what_was_wrong(client: Client, sato: User) -> None:
    for mail in (sato.email, "nobody@example.jp"):
        response = client.post(reverse("account_login"), {"login": mail, "password": "not-this-one"})
        html = response.content.decode()
        assert html.count("メールアドレスかパスワードが違います") == 2 and "errorlist" not in html


@pytest.mark.parametrize("address", ["//[evil.example", "http://[", "//]", "//evil.example"])
def test_an_address_to_go_on_to_that_is_none_leads_home(client: Client, sato: User, address: str) -> None:
    client.force_login(sato)
    answer = client.get(reverse("account_login", query={"next": address}))
    assert answer.status_code == 302 and answer["Location"] == reverse("accounts:home")


@pytest.mark.parametrize("email", ["sato@sakura.example", "nobody@example.jp"])
def test_whoever_asked_for_a_number_can_take_the_password_instead(
    client: Client, sato: User, email: str
) -> None:
    login = reverse("account_login")
    asked = client.post(reverse("account_request_login_code"), {"email": email})["Location"]
    assert client.get(login)["Location"] == asked
    assert f'<input type="hidden" name="next" value="{login}">' in client.get(asked).content.decode()
    assert client.post(reverse("account_logout"), {"next": login})["Location"] == login
    assert client.get(login).status_code == 200


def test_an_empty_login_is_answered_in_our_words(client: Client) -> None:
    html = client.post(reverse("account_login"), {}).content.decode()
    assert "<title>エラー：ログイン" in html
    assert html.count("メールアドレスを入力してください") == 2
    assert html.count("パスワードを入力してください") == 2
    assert "placeholder" not in html


@pytest.mark.parametrize(
    "name", ["account_login", "account_reset_password", "account_signup", "account_inactive"]
)
def test_the_pages_of_guests_are_in_japanese_and_in_our_layout(client: Client, name: str) -> None:
    html = client.get(reverse(name)).content.decode()
    assert html.count("<h1") == 1
    assert "｜医療のお仕事 Key-Net</title>" in html


@pytest.mark.parametrize("name", ["account_logout", "account_change_password"])
def test_the_pages_of_members_are_in_japanese_and_in_our_layout(
    client: Client, sato: User, name: str
) -> None:
    client.force_login(sato)
    html = client.get(reverse(name)).content.decode()
    assert html.count("<h1") == 1
    assert "｜医療のお仕事 Key-Net</title>" in html


def test_an_address_typed_full_width_signs_in_and_gets_its_link(client: Client, sato: User) -> None:
    finish_first_login(issue_first_login(sato), PASSWORD)
    typed = "ｓａｔｏ＠ｓａｋｕｒａ．ｅｘａｍｐｌｅ　"
    answer = client.post(reverse("account_login"), {"login": typed, "password": PASSWORD}, follow=True)
    assert answer.wsgi_request.user == sato
    client.logout()
    client.post(reverse("account_reset_password"), {"email": typed})
    assert Letter.objects.get().recipient == sato.email


def test_somebody_who_works_nowhere_goes_back_to_their_own_page(sato: User) -> None:
    seeker = signed_in(make_user("nakamura@seeker.example"))
    assert "マイページ</a>" in seeker.get(reverse("mfa_index")).content.decode()
    assert "所属の一覧</a>" in signed_in(sato).get(reverse("mfa_index")).content.decode()
