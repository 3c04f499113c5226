"""More than can be counted or read: the search says so, shows no number that nobody counted, and asks few queries."""

import pytest
from pytest_django import DjangoAssertNumQueries

from facilities.models import Facility
from keynet.accounts.models import User
from postings.models import Posting
from postings.search import counting, hints, matches, posting_search, walking
from postings.search.criteria import Criteria
from postings.search.posting_search import PostingSearch
from tests.builders import make_published

pytestmark = pytest.mark.django_db
LIMIT = 3


@pytest.fixture(autouse=True)
def _few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (counting, hints, matches):
        monkeypatch.setattr(module, "MOST", LIMIT)
    monkeypatch.setattr(posting_search, "MANY", 4)


@pytest.fixture
def five(sakura: Facility, sato: User, okada: User) -> list[Posting]:
    """Five postings, the newest first."""
    return [make_published(sakura, sato, okada, tags=["visit"]) for _ in range(5)][::-1]


def test_beyond_the_limit_a_keyword_has_a_first_page_but_no_numbers(five: list[Posting]) -> None:
    search = PostingSearch(Criteria(q="感染症", per=10))
    assert (search.total, search.is_capped, search.total_words) == (LIMIT, True, "3件以上")
    assert search.facets.known == set()
    assert list(search.paginator.page(1).object_list) == five[:LIMIT]


@pytest.mark.parametrize("far", [1, 4, 10])
def test_beyond_the_limit_it_does_not_matter_how_far_behind_the_fitting_ones_stand(
    far: int, five: list[Posting], sato: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walking, "FAR", far)
    newest, *rest = five
    Posting.objects.filter(pk=newest.pk).update(search_key="ほかの言葉")
    search = PostingSearch(Criteria(q="感染症", occ=("nurse",), per=10))
    assert search.is_capped
    assert search.between(0, 2) == rest[:2]
    assert search.between(1, 3) == rest[1:3]


def test_at_the_limit_everything_is_counted(five: list[Posting], sato: User) -> None:
    for posting in five[:2]:
        posting.pause(by=sato)
    search = PostingSearch(Criteria(q="感染症"))
    assert (search.total, search.is_capped, search.total_words) == (3, False, "3件")
    assert search.facets.of["tag"]["visit"] == 3
    assert list(search.paginator.page(1).object_list) == five[2:]


def test_one_further_condition_is_counted_to_the_end_but_not_all_others_under_it(five: list[Posting]) -> None:
    search = PostingSearch(Criteria(tag=("visit",)))
    assert (search.total, search.is_capped) == (5, False)
    assert search.facets.of["occ"] == {"nurse": 5}
    assert search.facets.known == {"occ", "pref", "emp"}


def test_pages_end_where_reading_ends(five: list[Posting]) -> None:
    search = PostingSearch(Criteria(occ=("nurse",), per=10))
    assert search.is_beyond
    assert (search.total, search.last_page) == (5, 1)
    assert list(search.paginator.page(1).object_list) == five[:4]
    assert list(search.rows()) == five


def test_a_later_page_of_a_counted_keyword_goes_on_where_the_first_ended(
    five: list[Posting], sato: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matches, "MOST", 10)
    monkeypatch.setattr(counting, "MOST", 10)
    monkeypatch.setattr(posting_search, "MANY", 10)
    pages = [PostingSearch(Criteria(q="感染症", per=2, page=page)).paginator.page(page) for page in (1, 2, 3)]
    assert [posting for page in pages for posting in page.object_list] == five


@pytest.mark.usefixtures("five")
@pytest.mark.parametrize(
    ("criteria", "queries"),
    [
        (Criteria(), 3),
        (Criteria(occ=("nurse",), pref=("14",)), 3),
        (Criteria(shift=("day_only",)), 4),
        (Criteria(q="感染症"), 5),
        (Criteria(q="無い言葉", occ=("nurse",), pref=("14",), emp=("spot",)), 5),
    ],
)
def test_a_page_asks_few_queries(
    criteria: Criteria, queries: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(queries):
        search = PostingSearch(criteria)
        assert search.facets.total == search.total
        assert len(search.paginator.page(1).object_list) <= search.total
