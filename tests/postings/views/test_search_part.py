"""What a script replaces in place is exactly a part of the page at the same address."""

import pytest
from django.test import Client

from facilities.models import Facility
from keynet.accounts.models import User
from tests.builders import make_published

pytestmark = pytest.mark.django_db

ADDRESSES = [
    "/postings/",
    "/postings/?occ=nurse&pref=14",
    "/postings/nurse/14/",
    "/postings/nurse/?page=2",
    "/postings/?q=看護&emp=spot&sort=wage",
    "/postings/?occ=midwife&pref=47&urgent=1",
    "/postings/?occ=wizard",
]


def part(path: str) -> tuple[str, str]:
    response = Client().get(path, headers={"X-Part": "search"})
    assert response.status_code == 200
    return response.content.decode(), response.headers.get("X-Part", "")


@pytest.mark.parametrize("path", ADDRESSES)
def test_every_part_equals_its_full_page(path: str, sakura: Facility, sato: User, okada: User) -> None:
    for number in range(21):
        make_published(sakura, sato, okada, title=f"求人その{number}")
    page = Client().get(path)
    text, name = part(path)
    assert name == "search"
    assert text in page.content.decode()
    assert "X-Part" not in page.headers
    assert "<html" not in text
    assert "X-Part" in page["Vary"]


def test_what_is_no_search_answers_a_script_as_it_answers_everybody(
    sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_published(sakura, sato, okada)
    answer = Client().get(f"/postings/?q={posting.number}", headers={"X-Part": "search"}, follow=True)
    assert "X-Part" not in answer.headers
    assert "<html" in answer.content.decode()


def test_a_page_that_is_gone_leads_to_the_last_one_and_still_says_what_could_not_be_used() -> None:
    answer = Client().get("/postings/?occ=wizard&page=9", follow=True)
    assert answer.redirect_chain == [("/postings/?occ=wizard", 302)]
    assert "職種「wizard」" in answer.content.decode()
    assert Client().get("/postings/nurse/?page=9")["Location"] == "/postings/nurse/"
