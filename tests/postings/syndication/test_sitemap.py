"""What crawlers are told: which pages there are, where they may go."""

import re

import pytest
from django.test import Client

from facilities.models import Facility
from keynet.accounts.models import User
from postings.syndication import sitemap
from tests.builders import make_published

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"


def locations(path: str) -> list[str]:
    response = Client().get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    content = response.getvalue() if response.streaming else response.content
    return re.findall("<loc>(.*?)</loc>", content.decode())


def test_every_published_posting_is_in_one_map_with_its_time(
    sakura: Facility, sato: User, okada: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "IN_A_FILE", 2)
    monkeypatch.setattr(sitemap, "AT_ONCE", 1)
    shown = [make_published(sakura, sato, okada) for _ in range(5)]
    gone = make_published(sakura, sato, okada)
    gone.close(by=sato, reason="filled")
    _, *files = locations("/sitemap.xml")
    found = [place for file in files for place in locations(file.removeprefix(SITE))]
    assert found == [posting.public_url for posting in shown]
    text = Client().get(files[0].removeprefix(SITE)).getvalue().decode()
    assert re.search(r"<lastmod>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00</lastmod>", text)
    assert Client().get(f"/sitemaps/postings-{gone.pk // 2 + 1000}.xml").status_code == 404


def test_a_map_costs_the_same_queries_however_many_files_there_are(
    sakura: Facility, sato: User, okada: User, django_assert_num_queries: object
) -> None:
    make_published(sakura, sato, okada)
    with django_assert_num_queries(2):  # type: ignore[operator]
        assert list(sitemap.files())


def test_fixed_pages_are_listed_and_searches_only_when_they_find_something(
    sakura: Facility, sato: User, okada: User
) -> None:
    make_published(sakura, sato, okada)
    found = locations("/sitemaps/pages.xml")
    assert f"{SITE}/postings/nurse/" in found and f"{SITE}/postings/nurse/14/" in found
    assert f"{SITE}/postings/nurse/13/" not in found and f"{SITE}/postings/doctor/" not in found
    for path in found:
        assert Client().get(path.removeprefix(SITE)).status_code == 200, path


def test_crawlers_are_kept_out_of_forms_and_led_to_the_maps() -> None:
    text = Client().get("/robots.txt").content.decode()
    assert "Disallow: /applications/" in text and "Disallow: /saved/" in text
    assert f"Sitemap: {SITE}/sitemap.xml" in text
