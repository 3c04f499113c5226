"""Saving without an account: the buttons, the list, and what has become of what was saved."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from facilities.models import Facility
from keynet.accounts.models import User
from postings.models import Posting, SavedPosting
from postings.saved import cookie
from postings.saved.shelf import MOST
from tests.builders import make_draft, make_published
from tests.cast import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def posting(sakura: Facility, sato: User, okada: User) -> Posting:
    return make_published(sakura, sato, okada)


def keep(client: Client, posting: Posting, address: str = "/postings/") -> HttpResponse:
    return client.post("/saved/keep/", {"number": posting.number, "next": address})  # type: ignore[return-value]


@pytest.mark.parametrize(
    "address", ["", "postings", "postings:search", "//evil.example", "https://evil.example/", "/\\evil"]
)
def test_an_address_that_is_no_path_of_ours_leads_to_the_list(
    client: Client, posting: Posting, address: str
) -> None:
    assert keep(client, posting, address)["Location"] == "/saved/"


def text(client: Client, path: str = "/saved/") -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_a_saved_posting_is_in_the_list_and_its_button_takes_it_off(client: Client, posting: Posting) -> None:
    assert "まだ保存した求人はありません" in text(client)
    response = keep(client, posting, posting.get_absolute_url())
    assert response["Location"] == f"{posting.get_absolute_url()}#save-{posting.number}"
    page = text(client, posting.get_absolute_url())
    assert f"「{posting.title}」を保存しました" in page
    assert "保存をやめる" in page
    assert posting.title in text(client)
    client.post("/saved/let-go/", {"number": posting.number, "next": "/saved/"})
    assert "まだ保存した求人はありません" in text(client)
    assert settings.SAVED_COOKIE_NAME not in {name for name, kept in client.cookies.items() if kept.value}


def test_the_list_begins_with_what_was_saved_last(
    client: Client, sakura: Facility, sato: User, okada: User
) -> None:
    for title in ("一番目の求人", "二番目の求人"):
        keep(client, make_published(sakura, sato, okada, title=title))
    text(client)  # takes the messages, which name them too
    page = text(client)
    assert "2件" in page
    assert page.index("二番目の求人") < page.index("一番目の求人")


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(client: Client, posting: Posting) -> None:
    keep(client, posting)
    kept = client.cookies[settings.SAVED_COOKIE_NAME]
    assert kept["httponly"] and kept["samesite"] == "Lax" and kept["max-age"] == cookie.YEAR
    assert len(kept.value) < 80


@pytest.mark.parametrize("value", ["", "x", "1:2:3", "zz.zz:1a2b:broken"])
def test_a_broken_cookie_is_an_empty_list(client: Client, value: str) -> None:
    client.cookies[settings.SAVED_COOKIE_NAME] = value
    assert "まだ保存した求人はありません" in text(client)


def test_a_cookie_signed_elsewhere_is_an_empty_list(client: Client, posting: Posting) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "SECRET_KEY", "another service")
        foreign = HttpResponse()
        cookie.write(foreign, [posting.pk])
    client.cookies[settings.SAVED_COOKIE_NAME] = foreign.cookies[settings.SAVED_COOKIE_NAME].value
    assert "まだ保存した求人はありません" in text(client)


def test_the_hundred_and_first_is_refused_with_a_sentence(client: Client, posting: Posting) -> None:
    full = HttpResponse()
    cookie.write(full, range(10_000_000, 10_000_000 + MOST))
    client.cookies[settings.SAVED_COOKIE_NAME] = full.cookies[settings.SAVED_COOKIE_NAME].value
    assert len(client.cookies[settings.SAVED_COOKIE_NAME].value) < 1000
    keep(client, posting, posting.get_absolute_url())
    page = text(client, posting.get_absolute_url())
    assert "保存できる求人は100件までです" in page
    assert "保存をやめる" not in page


@pytest.mark.parametrize("address", ["https://evil.example/", "//evil.example", "javascript:alert(1)", ""])
def test_a_button_never_leads_to_another_site(client: Client, posting: Posting, address: str) -> None:
    assert keep(client, posting, address)["Location"] == "/saved/"


def test_what_ended_stays_with_a_mark_until_it_is_taken_off(
    client: Client, posting: Posting, sato: User
) -> None:
    keep(client, posting)
    text(client)
    posting.close(by=sato, reason="filled")
    page = text(client)
    assert "募集は終了しました" in page and posting.title in page
    Posting.objects.filter(pk=posting.pk).update(closed_at=timezone.now() - timedelta(days=181))
    page = text(client)
    assert posting.number in page and posting.title not in page


def test_what_was_suspended_is_named_by_its_number_only(
    client: Client, posting: Posting, okada: User
) -> None:
    keep(client, posting)
    text(client)
    posting.suspend(by=okada, reason="通報")
    page = text(client)
    assert "いまは掲載していません" in page and posting.number in page
    assert posting.title not in page and "さくら病院" not in page


def test_what_is_not_public_cannot_be_saved(client: Client, sakura: Facility) -> None:
    draft = make_draft(sakura)
    assert keep(client, draft).status_code == 404
    assert client.post("/saved/let-go/", {"number": "KN-x"}).status_code == 404
    assert client.post("/saved/keep/").status_code == 404


def test_a_hidden_facility_stays_hidden_in_the_list(
    client: Client, sakura: Facility, sato: User, okada: User
) -> None:
    keep(client, make_published(sakura, sato, okada, name_visibility="hidden"))
    assert "さくら" not in text(client)


def test_a_signed_in_person_saves_to_the_account(posting: Posting, sato: User) -> None:
    keep(signed_in(sato), posting)
    assert SavedPosting.objects.get().user == sato
    elsewhere = signed_in(sato)
    assert posting.title in text(elsewhere)
    assert "保存をやめる" in text(elsewhere, posting.get_absolute_url())
    elsewhere.post("/saved/let-go/", {"number": posting.number})
    assert not SavedPosting.objects.exists()


def test_no_page_that_may_show_what_was_saved_is_kept_by_a_shared_cache(
    client: Client, posting: Posting
) -> None:
    for path in ("/postings/", posting.get_absolute_url(), "/saved/"):
        assert "private" in client.get(path)["Cache-Control"], path


def test_the_list_asks_the_database_the_same_for_one_and_for_many(
    client: Client, sakura: Facility, sato: User, okada: User
) -> None:
    counts = []
    for number in (1, 8):
        for _ in range(number):
            keep(client, make_published(sakura, sato, okada))
        text(client)  # takes the messages
        with CaptureQueriesContext(connection) as queries:
            text(client)
        counts.append(len(queries))
    assert counts[0] == counts[1]
