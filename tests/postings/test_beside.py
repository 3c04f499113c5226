"""What stands beside a posting, and for how long it is kept."""

from typing import Any

import pytest
from django.core.cache import caches

from facilities.models import Desk, Facility
from keynet.accounts.models import User
from postings.beside import desks_for, near
from postings.models import Posting
from postings.search.criteria import Criteria
from postings.search.posting_search import PostingSearch
from tests.builders import make_published

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(settings: Any) -> None:
    """The pages' cache as in the product."""
    backend = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "beside"}
    settings.CACHES = {**settings.CACHES, "pages": backend}
    caches["pages"].clear()


def titles(posting: Posting) -> list[str]:
    same = Criteria(occ=(posting.occupation,), pref=(posting.work_prefecture,))
    return [line.title for line in near(posting, PostingSearch(same))]


def test_the_newest_three_others_are_named_without_asking_twice(
    kept: None, sakura: Facility, sato: User, okada: User, django_assert_num_queries: Any
) -> None:
    postings = [make_published(sakura, sato, okada, title=f"{number}階の看護師") for number in range(5)]
    make_published(sakura, sato, okada, work_prefecture="13", title="東京の看護師")
    assert titles(postings[0]) == ["4階の看護師", "3階の看護師", "2階の看護師"]
    with django_assert_num_queries(0):
        assert titles(postings[4]) == ["3階の看護師", "2階の看護師", "1階の看護師"]


def test_nurse_centers_advise_nurses_only(kept: None) -> None:
    Desk.objects.create(kind="nurse_center", prefecture="14", name="県ナースセンター")
    Desk.objects.create(kind="reception_desk", prefecture="14", name="県の受付窓口")
    nurse = Posting(occupation="nurse", work_prefecture="14")
    doctor = Posting(occupation="doctor", work_prefecture="14")
    assert {desk.kind for desk in desks_for(nurse)} == {"nurse_center", "reception_desk"}
    assert {desk.kind for desk in desks_for(doctor)} == {"reception_desk"}
