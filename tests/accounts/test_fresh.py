"""Files with people's data ask again who it is, and nobody loses the way or a pressed button."""

from typing import Any

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path, reverse
from django.views.decorators.http import require_http_methods

from keynet.accounts.fresh import fresh_login_required
from keynet.accounts.models import User
from tests.cast import grown_old, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]
PASSWORD = "とても長い合言葉です"
FILE = "/account/home/file/"


@fresh_login_required
@require_http_methods(["GET", "POST"])
def file(request: HttpRequest) -> HttpResponse:
    """Stand for any page with people's data."""
    return HttpResponse(f"the file by {request.method}")


urlpatterns = [path("account/home/file/", file), path("", include(settings.ROOT_URLCONF))]


def again(client: Client, answer: Any) -> Any:
    """Type the password on the page to which an answer leads."""
    return client.post(answer["Location"], {"password": PASSWORD})


def test_right_after_the_login_nothing_is_asked(sato: User) -> None:
    assert signed_in(sato).get(FILE).content == b"the file by GET"


def test_after_five_minutes_the_password_is_asked_and_leads_back(sato: User) -> None:
    client = grown_old(signed_in(sato))
    asked = client.get(f"{FILE}?kind=all")
    assert asked["Location"] == f"{reverse('account_reauthenticate')}?next={FILE}%3Fkind%3Dall"
    assert client.get(asked["Location"]).status_code == 200
    back = again(client, asked)
    assert back["Location"] == f"{FILE}?kind=all"
    assert client.get(back["Location"]).content == b"the file by GET"


def test_a_pressed_button_is_not_pressed_by_itself_and_its_page_says_so(sato: User, midori: object) -> None:
    client = grown_old(signed_in(sato))
    page = reverse("account_change_password")
    asked = client.post(FILE, HTTP_REFERER=f"http://testserver{page}?a=1")
    back = again(client, asked)
    assert back["Location"] == f"{page}?a=1"
    assert "もう一度ボタンを押してください" in client.get(back["Location"]).content.decode()
    assert client.post(FILE).content == b"the file by POST"


@pytest.mark.parametrize("page", ["", "https://evil.example/x/", "http://testserver/nowhere/", "not a page"])
def test_a_button_from_elsewhere_leads_home(sato: User, page: str) -> None:
    asked = grown_old(signed_in(sato)).post(FILE, HTTP_REFERER=page)
    assert asked["Location"].endswith(f"?next={reverse('accounts:home')}")


def test_a_wrong_password_leaves_it_closed(sato: User) -> None:
    client = grown_old(signed_in(sato))
    client.post(client.get(FILE)["Location"], {"password": "not-this-one"})
    assert client.get(FILE).status_code == 302


def test_whoever_has_no_password_signs_in_again_by_mail(sato: User) -> None:
    sato.set_unusable_password()
    sato.save(update_fields=["password"])
    page = grown_old(signed_in(sato)).get(FILE).content.decode()
    assert "もう一度ログインしてください" in page
    assert f"/account/login/?next={FILE}" in page
