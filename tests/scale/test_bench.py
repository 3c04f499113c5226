"""What the bench reads is there, its floors too, and a noisy machine gives no valid numbers."""

from datetime import date
from typing import Any

import pytest
from django.test import Client, override_settings

from bench import addresses, floor_settings, keywords, pages, report
from bench.compare import Ratio, by_turns
from bench.goals import lines
from bench.measured import Measured
from keynet.scale.seed import make_plan, seed_scale
from postings.models import Listing

RATIO = Ratio(value=10.0, floor=5.0, ratio=2.0, least=1.9, most=2.2)


@pytest.fixture
def postings(db: None) -> None:
    plan = make_plan(postings=150, conditions=0, recruiters=0, seed=1, today=date.today())  # noqa: DTZ011 (any day)
    seed_scale(plan, processes=1, say=lambda line: None)


@pytest.mark.usefixtures("postings")
def test_every_page_and_search_of_the_bench_is_there() -> None:
    number = Listing.objects.select_related("posting").latest("pk").posting.number
    shown = [page for page in pages.PAGES if "page=" not in page.path]  # page 20 begins with 400 postings
    paths = [page.path.format(number=number) for page in shown] + [path for _, path in keywords.searches()]
    client = Client()
    assert {path: found for path in paths if (found := client.get(path).status_code) != 200} == {}


@pytest.mark.usefixtures("postings")
def test_the_floors_are_there() -> None:
    key = Listing.objects.latest("pk").pk
    site = {name: getattr(floor_settings, name) for name in ("ROOT_URLCONF", "MIDDLEWARE", "TEMPLATES")}
    with override_settings(**site):
        client = Client()
        cards = client.get(addresses.CARDS)
        assert cards.content.decode().count("<article") == 20
        assert client.get(addresses.DETAIL.format(key)).status_code == 200
        assert len(client.get(addresses.CONSTANT).content) > 25_000


def test_floor_and_page_are_measured_by_turns() -> None:
    floors, found = iter([9.0, 1.0, 2.0, 4.0]), iter([9.0, 3.0, 4.0, 12.0])
    assert by_turns(lambda: next(floors), lambda: next(found), 3) == Ratio(4.0, 2.0, 3.0, 2.0, 3.0)


def test_the_report_says_what_is_reached_and_what_is_not() -> None:
    found = {line.what: line.reached for line in lines([measured(), measured(size=1_000_000)])}
    assert found["search, 職種 × 都道府県, p50"]
    assert not found["top page, p50"]
    text = report.write([measured()], load=0.1)
    assert "| P1 | search, 職種 × 都道府県, p50 | ≤ 2 × floor | 2.00 × | yes |" in text
    assert "Not valid" not in text


def test_numbers_of_a_busy_machine_are_marked_as_not_valid() -> None:
    assert "**Not valid**: other programs took 30%" in report.write([measured(others=0.3)], load=3)


def measured(size: int = 10_000, others: float = 0.0) -> Measured:
    facts: dict[str, Any] = {"version": "18", "settings": {}, "published": 1, "bytes": 1}
    return Measured(
        size=size,
        facts=facts,
        seconds={"seed_scale": 1.0},
        rows=0.2,
        pages=[pages.PageResult(page, RATIO, RATIO, 24) for page in pages.PAGES],
        keywords=[keywords.WordResult("看護", RATIO)],
        throughput=RATIO,
        p99=40,
        others=others,
    )
