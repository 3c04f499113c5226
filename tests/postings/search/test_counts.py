"""Counts beside the choices, and the table of the ministry."""

import pytest
from pytest_django import DjangoAssertNumQueries

from facilities.models import Facility
from keynet.accounts.models import User
from postings.models import Posting
from postings.search.counts import table, totals
from postings.search.criteria import Criteria
from postings.search.posting_search import PostingSearch, matching
from postings.search.tallies import standing
from tests.builders import make_published

pytestmark = pytest.mark.django_db


@pytest.fixture
def _postings(sakura: Facility, sato: User, okada: User) -> None:
    for occupation, prefecture, employment in [
        ("nurse", "14", "part_time"),
        ("nurse", "14", "spot"),
        ("nurse", "13", "spot"),
        ("midwife", "14", "full_time"),
    ]:
        make_published(
            sakura, sato, okada, occupation=occupation, work_prefecture=prefecture, employment_type=employment
        )


@pytest.mark.usefixtures("_postings")
def test_each_choice_is_counted_under_all_other_conditions() -> None:
    counts = standing(Criteria(occ=("nurse",), pref=("14",)))
    assert counts.occ == {"nurse": 2, "midwife": 1}
    assert counts.pref == {"14": 2, "13": 1}
    assert counts.emp == {"part_time": 1, "spot": 1}
    assert counts.total == 2


@pytest.mark.usefixtures("_postings")
@pytest.mark.parametrize(
    "criteria",
    [
        Criteria(),
        Criteria(occ=("nurse",)),
        Criteria(region=("kanto",), emp=("spot", "full_time")),
        Criteria(q="看護", pref=("13",)),
        Criteria(urgent=True),
    ],
)
def test_the_number_beside_a_choice_is_what_choosing_it_shows(criteria: Criteria) -> None:
    search = PostingSearch(criteria)
    assert search.facets.total == search.total == matching(criteria).count()
    for value, number in search.facets.occ.items():
        chosen = Criteria(occ=(value,), pref=criteria.prefectures, emp=criteria.emp, q=criteria.q)
        assert matching(chosen).count() == number


@pytest.mark.usefixtures("_postings")
def test_all_counts_cost_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        assert PostingSearch(Criteria(occ=("nurse",))).facets.of["shift"] == {"day_only": 3}


@pytest.mark.usefixtures("_postings")
def test_the_first_page_knows_postings_facilities_and_places() -> None:
    found = totals()
    assert (found.postings, found.facilities, found.places) == (4, 1, 8)


@pytest.mark.usefixtures("_postings")
def test_the_ministrys_table_adds_up_in_both_directions(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(1):
        found = table(Posting.objects.live())
    assert len(found.rows) == 47
    rows = dict(found.rows)
    assert rows["神奈川県"][-1] == (3, 6)
    assert found.sums[-1] == (4, 8)
    assert sum(pair.postings for pair in found.sums[:-1]) == 4
    assert len(found.lines()) == 47 * 12
