"""The page of one posting, in every state it can be public in."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from facilities.models import Facility
from keynet.accounts.models import User
from postings import documents
from postings.documents import Unavailable
from postings.models import Posting
from tests.builders import make_draft, make_published

pytestmark = pytest.mark.django_db


@pytest.fixture
def posting(sakura: Facility, sato: User, okada: User) -> Posting:
    return make_published(sakura, sato, okada)


def shown(posting: Posting) -> str:
    response = Client().get(posting.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def test_a_published_posting_shows_its_terms_and_takes_applications(posting: Posting) -> None:
    text = shown(posting)
    for words in (
        "感染症病棟の看護師",
        "さくら病院",
        "時給2,300円〜2,800円",
        "募集 2名／残り 2名",
        posting.number,
    ):
        assert words in text
    assert "この求人に応募する" in text
    assert "時点のものです" in text
    assert "事務局が内容を確認済み" in text
    assert "noindex" not in text


def test_a_posting_costs_at_most_four_queries(
    posting: Posting, sakura: Facility, sato: User, okada: User
) -> None:
    for _ in range(5):
        make_published(sakura, sato, okada)
    with CaptureQueriesContext(connection) as queries:
        shown(posting)
    assert sum(query["sql"].startswith("SELECT") for query in queries) <= 4


def test_a_paused_posting_says_so_and_takes_no_applications(posting: Posting, sato: User) -> None:
    posting.pause(by=sato)
    text = shown(posting)
    assert "いま、応募の受付を停止しています" in text
    assert "この求人に応募する" not in text
    assert "application/ld+json" not in text


def test_a_closed_posting_stays_readable_but_out_of_indexes(
    posting: Posting, sakura: Facility, sato: User, okada: User
) -> None:
    other = make_published(sakura, sato, okada, title="近い求人")
    posting.close(by=sato, reason="filled")
    text = shown(posting)
    assert "この募集は終了しました" in text
    assert 'content="noindex"' in text
    assert "この求人に応募する" not in text
    assert other.title in text


def test_long_after_its_end_a_posting_is_gone_and_leads_on(posting: Posting, sato: User) -> None:
    posting.close(by=sato, reason="filled")
    Posting.objects.filter(pk=posting.pk).update(closed_at=timezone.now() - timedelta(days=179))
    assert Client().get(posting.get_absolute_url()).status_code == 200
    Posting.objects.filter(pk=posting.pk).update(closed_at=timezone.now() - timedelta(days=181))
    response = Client().get(posting.get_absolute_url())
    assert response.status_code == 410
    text = response.content.decode()
    assert "この求人のページはなくなりました" in text and "/postings/nurse/14/" in text
    assert posting.title not in text and "さくら" not in text
    assert Client().get(f"{posting.get_absolute_url()}sheet.pdf")["Location"] == posting.get_absolute_url()


def test_a_browser_that_has_the_page_is_told_so(client: Client, posting: Posting, sato: User) -> None:
    client.get(posting.get_absolute_url())  # gives the token's cookie
    known = {"if-none-match": client.get(posting.get_absolute_url())["ETag"]}
    assert client.get(posting.get_absolute_url(), headers=known).status_code == 304
    client.post("/saved/keep/", {"number": posting.number})
    client.get(posting.get_absolute_url())  # takes the message
    assert client.get(posting.get_absolute_url(), headers=known).status_code == 200
    assert Client().get(posting.get_absolute_url(), headers=known).status_code == 200, "another browser"


@pytest.mark.parametrize("state", ["draft", "submitted", "checked", "suspended"])
def test_what_is_not_public_is_not_found(state: str, sakura: Facility, sato: User, okada: User) -> None:
    posting = make_draft(sakura)
    if state != "draft":
        posting.submit(by=sato)
    if state in ("checked", "suspended"):
        posting.confirm(by=okada)
    if state == "suspended":
        posting.publish(by=sato)
        posting.suspend(by=okada, reason="通報")
    assert posting.status == state
    for path in (posting.get_absolute_url(), posting.get_absolute_url() + "sheet.pdf"):
        assert Client().get(path).status_code == 404


def test_a_number_with_another_month_leads_to_the_right_one(posting: Posting) -> None:
    wrong = posting.get_absolute_url().replace(posting.number[:7], "KN-0001")
    assert Client().get(wrong)["Location"] == posting.get_absolute_url()


@pytest.mark.parametrize("number", ["KN-2611-999999999999", "KN-2611-000000"])
def test_a_number_without_a_posting_is_not_found(number: str) -> None:
    assert Client().get(f"/postings/{number}/").status_code == 404


def test_a_hidden_facility_is_nowhere_on_the_page(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(
        sakura,
        sato,
        okada,
        name_visibility="hidden",
        work_place="さくら会館",
        access="関内駅から5分",
        contact_phone_public=True,
    )
    text = shown(posting)
    for secret in ("さくら", "港町", "関内駅", "045-671-0000", "0456710000", "application/ld+json"):
        assert secret not in text
    assert "施設名は非公開です" in text


def test_the_sheet_is_a_pdf_with_the_number_as_its_name(posting: Posting) -> None:
    response = Client().get(f"{posting.get_absolute_url()}sheet.pdf")
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'inline; filename="{posting.number}.pdf"'
    assert response.content.startswith(b"%PDF")


def test_without_pango_the_printed_page_is_offered(posting: Posting, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(html: str) -> bytes:
        raise Unavailable

    monkeypatch.setattr(documents, "_pdf", missing)
    response = Client().get(f"{posting.get_absolute_url()}sheet.pdf")
    assert response.status_code == 200
    assert "求人のページを開いて印刷する" in response.content.decode()


def test_sheets_are_made_one_after_another(posting: Posting, monkeypatch: pytest.MonkeyPatch) -> None:
    def another_asks_meanwhile(html: str) -> bytes:
        response = Client().get(f"{posting.get_absolute_url()}sheet.pdf")
        assert response.status_code == 503 and response.headers["Retry-After"]
        assert "順番に作っています" in response.content.decode()
        return b"%PDF"

    monkeypatch.setattr(documents, "PATIENCE", 0)
    monkeypatch.setattr(documents, "_pdf", another_asks_meanwhile)
    for _ in range(2):
        assert Client().get(f"{posting.get_absolute_url()}sheet.pdf").content == b"%PDF"
