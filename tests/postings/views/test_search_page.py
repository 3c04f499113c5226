"""The search page leads on: to mail, feed, file and saved postings, and tells search engines which pages to keep."""

import pytest
from django.test import Client

from facilities.models import Facility
from keynet.accounts.models import User
from postings.models import Synonym
from tests.builders import make_published

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _postings(sakura: Facility, sato: User, okada: User) -> None:
    for number in range(11):
        make_published(sakura, sato, okada, title=f"求人その{number}")


def page(path: str) -> str:
    response = Client().get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_a_search_leads_to_its_mail_feed_and_file() -> None:
    text = page("/postings/?occ=nurse&pref=14&emp=part_time")
    query = "occ=nurse&amp;pref=14&amp;emp=part_time"
    for address in ("/alerts/new/", "/postings/feed/", "/postings/search.csv"):
        assert f'href="{address}?{query}"' in text
    assert "メールで受け取る" not in page("/postings/")


def test_every_card_can_be_saved_and_leads_back_to_the_same_page() -> None:
    text = page("/postings/?occ=nurse&sort=wage")
    assert text.count('formaction="/saved/keep/"') == 11
    assert '<input type="hidden" name="next" value="/postings/?occ=nurse&amp;sort=wage">' in text


@pytest.mark.parametrize(
    ("path", "is_indexed"),
    [
        ("/postings/", True),
        ("/postings/nurse/14/", True),
        ("/postings/?pref=14", True),
        ("/postings/?per=10&page=2", False),
        ("/postings/?occ=nurse&emp=part_time", False),
        ("/postings/?occ=midwife", False),
        ("/postings/?occ=nurse&pref=x", False),
    ],
)
def test_search_engines_keep_the_plain_lists_only(path: str, is_indexed: bool) -> None:
    assert ('content="noindex"' in page(path)) is not is_indexed


def test_the_pages_of_a_list_know_each_other() -> None:
    first, second = page("/postings/?per=10"), page("/postings/?per=10&page=2")
    assert '<link rel="next" href="http://127.0.0.1:8000/postings/?per=10&amp;page=2">' in first
    assert 'rel="prev"' not in first
    assert '<link rel="prev" href="http://127.0.0.1:8000/postings/?per=10">' in second


def test_how_a_keyword_was_read_is_said_and_can_be_undone() -> None:
    Synonym.objects.create(words=["看護師", "ナース"], apart=["准看護師"])
    text = page("/postings/?q=ナース")
    assert "「ナース」は「看護師」も含めてさがしました。" in text
    assert "exact=1" in text
    assert "も含めて" not in page("/postings/?q=ナース&exact=1")


def test_who_finds_more_than_can_be_read_is_asked_to_narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("postings.search.posting_search.MANY", 10)
    assert "先頭の10件までです" in page("/postings/?per=10")
    assert Client().get("/postings/?per=10&page=2")["Location"] == "/postings/?per=10"


def test_what_was_not_counted_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("postings.search.posting_search.PostingSearch.is_capped", True)
    assert "</b>件以上の求人があります" in page("/postings/?q=看護")
