"""What anyone may read: first page, search, prefectures, open data."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from facilities.models import Desk, Facility
from keynet.accounts.models import User
from postings.models import Posting
from tests.builders import make_published

pytestmark = pytest.mark.django_db


def page(path: str) -> str:
    response = Client().get(path)
    assert response.status_code == 200
    return response.content.decode()


def reads(path: str) -> int:
    """Return how many rows a page asks the database for (not counting the transaction around it)."""
    with CaptureQueriesContext(
        connection,
    ) as queries:
        page(path)
    return sum(query["sql"].startswith("SELECT") for query in queries)


@pytest.mark.parametrize(
    "path", ["/", "/postings/", "/postings/areas/", "/postings/areas/14/", "/robots.txt"]
)
def test_everybody_may_read_without_an_account_also_when_there_is_nothing_yet(path: str) -> None:
    page(path)


@pytest.mark.parametrize(
    "path", ["/", "/postings/", "/postings/?occ=nurse&pref=14&q=看護", "/postings/nurse/14/"]
)
def test_a_list_costs_the_same_few_queries_at_1_and_at_50_postings(
    path: str, sakura: Facility, sato: User, okada: User
) -> None:
    make_published(sakura, sato, okada)
    one = reads(path)
    for _ in range(49):
        make_published(sakura, sato, okada)
    assert reads(path) == one <= 6


def test_the_result_shows_twenty_a_page_and_leads_on(sakura: Facility, sato: User, okada: User) -> None:
    for number in range(21):
        make_published(sakura, sato, okada, title=f"求人その{number}。")
    first, second = page("/postings/?occ=nurse"), page("/postings/?occ=nurse&page=2")
    assert "<b>21</b>件" in first
    assert "求人その20。" in first
    assert "求人その0。" not in first
    assert "求人その0。" in second
    assert "page=2" in first


def test_a_page_that_is_gone_leads_to_the_last_one(sakura: Facility, sato: User, okada: User) -> None:
    make_published(sakura, sato, okada)
    response = Client().get("/postings/?pref=14&page=9")
    assert (response.status_code, response["Location"]) == (302, "/postings/?pref=14")


def test_what_cannot_be_used_is_said_and_the_rest_is_searched(
    sakura: Facility, sato: User, okada: User
) -> None:
    make_published(sakura, sato, okada)
    text = page("/postings/?occ=nurse&pref=<b>")
    assert "次の条件は使えませんでした：都道府県「&lt;b&gt;」" in text
    assert "<b>1</b>件" in text


def test_a_number_leads_straight_to_the_posting(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada)
    response = Client().get("/postings/", {"q": posting.number.lower()})
    assert response["Location"] == posting.get_absolute_url()


def test_an_empty_result_offers_wider_searches_and_people(sakura: Facility, sato: User, okada: User) -> None:
    make_published(sakura, sato, okada)
    Desk.objects.update_or_create(
        kind="nurse_center",
        prefecture="12",
        closed_on=None,
        defaults={"name": "千葉県ナースセンター", "phone": "0432470000", "phone_as_of": date(2021, 5, 16)},
    )
    text = page("/postings/?occ=nurse&pref=12")
    assert "いま掲載されていません" in text
    assert "勤務地を「関東のすべて」に広げる" in text
    assert "千葉県ナースセンター" in text
    assert "2021年5月時点の番号です" in text
    assert 'content="noindex"' in text


def test_a_fixed_address_is_the_same_search(sakura: Facility, sato: User, okada: User) -> None:
    make_published(sakura, sato, okada)
    text = page("/postings/nurse/14/")
    assert ">看護師の求人（神奈川県）</h1>" in text
    assert '/postings/nurse/14/">' in text
    assert '/postings/nurse/14/">' in page("/postings/?pref=14&occ=nurse")


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ("/postings/nurse/?pref=14", "/postings/nurse/14/"),
        ("/postings/nurse/14/?emp=spot", "/postings/?occ=nurse&pref=14&emp=spot"),
        ("/postings/nurse/?occ=doctor", "/postings/?occ=doctor&occ=nurse"),
    ],
)
def test_more_conditions_than_a_fixed_address_says_lead_to_the_search(given: str, canonical: str) -> None:
    assert Client().get(given)["Location"] == canonical


@pytest.mark.parametrize(
    "path",
    ["/postings/surgeon/", "/postings/nurse/99/", "/postings/areas/99/", "/data/x.csv"],
)
def test_unknown_addresses_are_not_found(path: str) -> None:
    assert Client().get(path).status_code == 404


@pytest.mark.parametrize("path", ["/", "/postings/", "/postings/nurse/", "/data/postings.csv"])
def test_reading_pages_take_no_posts(path: str) -> None:
    assert Client().post(path).status_code == 405


def test_a_hidden_facility_is_hidden_in_lists_and_open_data(
    sakura: Facility, sato: User, okada: User
) -> None:
    make_published(sakura, sato, okada, name_visibility="hidden")
    file = b"".join(Client().get("/data/postings.csv").streaming_content).decode()  # type: ignore[attr-defined]
    for text in (page("/"), page("/postings/"), file):
        assert "さくら病院" not in text
        assert "港町" not in text


def test_closed_and_unpublished_postings_are_in_no_list(sakura: Facility, sato: User, okada: User) -> None:
    closed = make_published(sakura, sato, okada, title="終わった求人")
    closed.close(by=sato, reason="filled")
    file = b"".join(Client().get("/data/postings.csv").streaming_content).decode()  # type: ignore[attr-defined]
    for text in (page("/postings/"), file):
        assert "終わった求人" not in text
        assert closed.number not in text


def test_a_prefecture_without_a_reception_desk_says_so() -> None:
    assert "この都道府県に受付窓口の登録はありません" in page("/postings/areas/14/")
    Desk.objects.create(kind="reception_desk", prefecture="14", name="県の受付窓口", phone="0452100000")
    text = page("/postings/areas/14/")
    assert "県の受付窓口" in text
    assert "受付窓口の登録はありません" not in text


def test_urgent_postings_are_announced_first(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada)
    assert "緊急の募集が出ています" not in page("/")
    Posting.objects.filter(pk=posting.pk).update(urgent_until="2999-01-01T00:00Z")
    assert "緊急の募集が出ています（1件）" in page("/")


def test_a_fixed_address_says_what_is_paid_and_whom_one_can_ask(
    sakura: Facility, sato: User, okada: User
) -> None:
    for low in (2000, 2000, 2400, 3000, 3500):
        make_published(sakura, sato, okada, wage_min=low, wage_max=None)
    make_published(sakura, sato, okada, wage_type="monthly", wage_min=300_000, wage_max=None)
    text = page("/postings/nurse/14/")
    assert "看護師の求人（神奈川県）の給与のめやす" in text
    assert "<dt>時給</dt><dd>2,400円<small>5件の求人。半分は2,000円〜3,000円です</small>" in text
    assert "<dt>月給</dt><dd>300,000円" in text
    assert "神奈川県の相談窓口をすべて見る" in text
    assert "給与のめやす" in page("/postings/?occ=nurse&pref=14")
    assert "給与のめやす" not in page("/postings/?occ=nurse&emp=part_time")
