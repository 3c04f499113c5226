"""What a guest saved goes over to the account at sign-in, and does not stay for the next person at the machine."""

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from facilities.models import Facility
from keynet.accounts.first_login import issue_first_login
from keynet.accounts.models import User
from postings.models import Posting, SavedPosting
from postings.saved import cookie
from postings.saved.shelf import MOST
from tests.builders import make_published

pytestmark = pytest.mark.django_db
PASSWORD = "とても長い合言葉です"


@pytest.fixture
def postings(sakura: Facility, sato: User, okada: User) -> list[Posting]:
    return [make_published(sakura, sato, okada) for _ in range(3)]


def saved_by(user: User) -> list[int]:
    rows = SavedPosting.objects.filter(user=user).order_by("-saved_at", "-pk")
    return list(rows.values_list("posting_id", flat=True))


def bring(client: Client, keys: list[int]) -> None:
    response = HttpResponse()
    cookie.write(response, keys)
    client.cookies[settings.SAVED_COOKIE_NAME] = response.cookies[settings.SAVED_COOKIE_NAME].value


def sign_in(client: Client, user: User) -> HttpResponse:
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    answer = client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    assert answer.status_code == 302
    return answer  # type: ignore[return-value]


def test_what_was_saved_before_is_in_the_account_once_and_the_cookie_is_gone(
    client: Client, sato: User, postings: list[Posting]
) -> None:
    first, second, third = postings
    SavedPosting.objects.create(user=sato, posting=first)
    bring(client, [third.pk, first.pk, second.pk, 987_654_321])
    answer = sign_in(client, sato)
    assert answer.cookies[settings.SAVED_COOKIE_NAME]["max-age"] == 0
    assert set(saved_by(sato)) == {first.pk, second.pk, third.pk}
    assert saved_by(sato).index(third.pk) < saved_by(sato).index(second.pk)


def test_a_first_login_takes_it_over_too(client: Client, sato: User, postings: list[Posting]) -> None:
    bring(client, [postings[0].pk])
    url = reverse("accounts:first_login", args=[issue_first_login(sato)])
    client.get(url)
    assert not saved_by(sato), "opening a link writes nothing"
    client.post(url, {"password": f"{PASSWORD}から", "again": f"{PASSWORD}から"})
    assert saved_by(sato) == [postings[0].pk]


def test_what_finds_no_room_is_said(
    client: Client, sato: User, postings: list[Posting], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("postings.saved.shelf.MOST", 2)
    bring(client, [posting.pk for posting in postings])
    sign_in(client, sato)
    assert saved_by(sato) == [postings[0].pk, postings[1].pk]
    assert "1件は引き継げませんでした" in client.get("/postings/").content.decode()
    assert MOST == 100


def test_signing_in_without_anything_saved_sets_no_cookie(client: Client, sato: User) -> None:
    assert settings.SAVED_COOKIE_NAME not in sign_in(client, sato).cookies
