"""The choices beside the result, their numbers and what is chosen."""

from typing import Any

import pytest
from django.http import QueryDict

from facilities.models import Facility
from keynet.accounts.models import User
from postings.search.criteria import read
from postings.search.facets import Facets
from postings.search.panel import UNKNOWN, Choice, Panel, panel
from postings.search.posting_search import PostingSearch
from tests.builders import make_published

pytestmark = pytest.mark.django_db
DOCTOR = {"occupation": "doctor", "licence": "医師免許", "departments": ["pediatrics"]}


@pytest.fixture(autouse=True)
def _postings(sakura: Facility, sato: User, okada: User) -> None:
    make_published(sakura, sato, okada, departments=["ward"], tags=["visit"], childcare="on_site")
    make_published(sakura, sato, okada, work_city="川崎市川崎区", departments=["ward"])
    make_published(sakura, sato, okada, **DOCTOR, employment_type="spot")


def shown(query: str) -> Panel:
    criteria, unusable = read(QueryDict(query))
    assert not unusable
    return panel(PostingSearch(criteria))


def found(choices: list[Choice]) -> dict[str, Any]:
    return {choice.label: choice.count for choice in choices if choice.count or choice.checked}


def test_every_condition_has_its_choices_with_their_numbers() -> None:
    groups = shown("occ=nurse&pref=14").groups
    assert found(groups["occ"].choices) == {"看護師": 2, "医師": 1}
    assert found(groups["tag"].choices) == {"見学可": 1}
    assert found(groups["care"].choices) == {"院内保育所あり": 1}
    assert [choice.label for choice in groups["dept"].choices] == ["病棟"]
    assert set(groups) == {
        *("occ", "emp", "program", "shift", "dept", "pay", "care", "home", "tag", "online"),
        *("urgent", "since"),
    }


def test_cities_are_offered_where_few_prefectures_are_chosen() -> None:
    ((prefecture, cities),) = shown("pref=14&city=14川崎市川崎区").cities
    assert prefecture == "神奈川県"
    assert found(cities.choices) == {"川崎市川崎区": 1, "横浜市中区": 2}
    assert cities.picked == 1
    assert shown("region=kanto").cities == []


def test_what_is_chosen_is_counted_for_each_part() -> None:
    chosen = shown("pref=14&emp=spot&tag=visit&care=on_site&since=week&spot_from=2026-12-01")
    assert chosen.picked == {"place": 1, "work": 1, "wish": 2, "days": 1, "more": 1}
    assert [value for _, _, value in chosen.days] == ["2026年12月1日", ""]


def test_doctors_work_is_divided_by_links() -> None:
    tabs = shown("occ=doctor").tabs
    assert [(tab.label, tab.count, tab.is_current) for tab in tabs] == [
        ("すべて", 1, True),
        ("常勤・非常勤", 0, False),
        ("スポット", 1, False),
    ]
    assert tabs[2].url == "/postings/?occ=doctor&emp=spot"
    assert shown("occ=doctor&emp=spot").tabs[2].is_current
    assert shown("occ=nurse").tabs == []


def test_numbers_that_are_not_known_are_left_out_and_the_panel_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert shown("").note == ""
    monkeypatch.setattr(PostingSearch, "facets", Facets())
    unknown = shown("pref=14")
    assert unknown.note == UNKNOWN
    assert {choice.count for group in unknown.groups.values() for choice in group.choices} == {None}
    assert unknown.regions[0].whole.count is None


@pytest.mark.parametrize("typed", ["2000", "２，０００円", "0.2万"])
def test_the_lower_bound_of_the_wage_is_typed_in_any_form(typed: str) -> None:
    criteria, unusable = read(QueryDict(f"pay=hourly&least={typed}"))
    assert (criteria.least, unusable) == (2000, [])


def test_day_shifts_are_offered_as_work_without_nights() -> None:
    assert "日勤のみ（夜勤なし）" in [choice.label for choice in shown("").groups["shift"].choices]
