"""Any search as a feed and as a file."""

import csv
import io
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone

from facilities.models import Facility
from keynet.accounts.models import User
from postings.models import Posting
from postings.syndication import feed
from tests.builders import make_published

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
DOCTOR = {
    "occupation": "doctor",
    "licence": "医師免許",
    "shift_pattern": "",
    "departments": ["internal_medicine"],
}


@pytest.fixture
def postings(sakura: Facility, sato: User, okada: User) -> list[Posting]:
    titles = ("外来 <A> & B", "病棟の看護師", "手術室の看護師")
    return [make_published(sakura, sato, okada, title=title) for title in titles]


def read(path: str = "/postings/feed/") -> ElementTree.Element:
    response = Client().get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def titles(root: ElementTree.Element) -> list[str | None]:
    return [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")]


def rows(path: str) -> list[dict[str, str]]:
    file = Client().get(path).getvalue().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(file)))


def test_the_feed_holds_the_newest_postings_of_the_search(postings: list[Posting]) -> None:
    root = read("/postings/feed/?occ=nurse&sort=wage&page=7")
    assert titles(root) == [posting.title for posting in reversed(postings)]
    assert root.findtext(f"{ATOM}title") == "看護師の求人｜医療のお仕事 Key-Net"
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links["self"] == "http://127.0.0.1:8000/postings/feed/?occ=nurse"
    assert links["alternate"] == "http://127.0.0.1:8000/postings/nurse/"
    assert titles(read("/postings/feed/?occ=doctor")) == []


def test_an_entry_keeps_its_id_and_tells_when_it_was_written(postings: list[Posting], sato: User) -> None:
    posting = postings[0]
    before = next(e for e in read().iter(f"{ATOM}entry") if e.findtext(f"{ATOM}title") == posting.title)
    posting.pause(by=sato)
    assert posting.title not in titles(read())
    posting.resume(by=sato)
    after = next(e for e in read().iter(f"{ATOM}entry") if e.findtext(f"{ATOM}title") == posting.title)
    assert after.findtext(f"{ATOM}id") == before.findtext(f"{ATOM}id")
    assert str(after.findtext(f"{ATOM}id")).startswith("tag:127.0.0.1,2026:posting/KN-")
    assert str(after.findtext(f"{ATOM}updated")) > str(before.findtext(f"{ATOM}updated"))


def test_no_more_than_the_newest_are_sent(postings: list[Posting], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "MOST", 2)
    assert titles(read()) == ["手術室の看護師", "病棟の看護師"]


def test_a_reader_that_has_it_already_is_told_so(postings: list[Posting], client: Client) -> None:
    first = client.get("/postings/feed/")
    assert client.get("/postings/feed/", headers={"if-none-match": first["ETag"]}).status_code == 304
    later = {"if-modified-since": first["Last-Modified"]}
    assert client.get("/postings/feed/", headers=later).status_code == 304
    Posting.objects.filter(pk=postings[0].pk).update(terms_as_of=timezone.now() + timedelta(seconds=5))
    assert client.get("/postings/feed/", headers=later).status_code == 200
    assert client.get("/postings/feed/", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_an_empty_feed_is_the_same_at_every_request(client: Client, db: None) -> None:
    assert client.get("/postings/feed/").content == client.get("/postings/feed/").content


def test_a_hidden_name_stays_hidden_for_machines(sakura: Facility, sato: User, okada: User) -> None:
    make_published(sakura, sato, okada, name_visibility="hidden")
    for path in ("/postings/feed/", "/postings/search.csv"):
        response = Client().get(path)
        text = (response.getvalue() if response.streaming else response.content).decode()
        assert "感染症病棟の看護師" in text or "看護師" in text
        assert "さくら" not in text and "港町" not in text


def test_the_file_of_a_search_holds_all_of_it_in_its_order(
    postings: list[Posting], sakura: Facility, sato: User, okada: User
) -> None:
    rich = make_published(sakura, sato, okada, wage_min=9000, wage_max=None)
    make_published(sakura, sato, okada, **DOCTOR)
    found = rows("/postings/search.csv?occ=nurse&sort=wage")
    assert len(found) == 4
    assert found[0]["番号"] == rich.number


@pytest.mark.parametrize("path", ["/postings/feed/?occ=wizard", "/postings/search.csv?pref=99"])
def test_a_condition_that_cannot_be_used_never_becomes_a_wider_file(path: str) -> None:
    response = Client().get(path)
    assert response.status_code == 400
    assert "次の条件は使えませんでした" in response.content.decode()


def test_the_feed_costs_a_fixed_number_of_queries(
    postings: list[Posting], django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(5):  # type: ignore[operator]
        read("/postings/feed/?occ=nurse")
