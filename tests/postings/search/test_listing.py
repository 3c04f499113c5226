"""The database keeps the narrow rows and the counts by itself, whoever writes a posting."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import Sum
from django.utils import timezone

from facilities.models import Facility
from keynet.accounts.models import User
from postings.models import Listing, Posting, Tally
from postings.search.upkeep import compact, rebuild
from tests.builders import make_draft, make_published

pytestmark = pytest.mark.django_db


def count(trait: str = "", occupation: str = "", prefecture: str = "") -> int:
    found = Tally.objects.filter(trait=trait, occupation=occupation, prefecture=prefecture)
    return found.aggregate(sum=Sum("number", default=0))["sum"]


def sums() -> dict[tuple[str, ...], int]:
    """Return what the tallies say, cell by cell."""
    cells = Tally.objects.values_list("occupation", "prefecture", "employment", "trait")
    return {tuple(cell): number for *cell, number in cells.annotate(sum=Sum("number")).exclude(sum=0)}


@pytest.fixture
def posting(sakura: Facility, sato: User, okada: User) -> Posting:
    return make_published(
        sakura, sato, okada, departments=["surgery"], tags=["visit"], selection_methods=["online_interview"]
    )


def test_a_published_posting_has_its_row_and_a_draft_has_none(posting: Posting, sakura: Facility) -> None:
    make_draft(sakura)
    listing = Listing.objects.get()
    assert listing.posting == posting
    assert listing.published_at == posting.published_at
    assert listing.text == posting.search_key
    assert set(listing.traits) == {
        "occ:nurse",
        "pref:14",
        "emp:part_time",
        "program:emergency",
        "pay:hourly",
        "city:14横浜市中区",
        "shift:day_only",
        "dept:surgery",
        "tag:visit",
        "online:1",
    }


def test_the_row_goes_with_the_publication_and_comes_back(posting: Posting, sato: User) -> None:
    posting.pause(by=sato)
    assert not Listing.objects.exists()
    assert count() == 0
    posting.resume(by=sato)
    assert Listing.objects.get().posting == posting
    assert count() == 1


def test_a_bulk_update_is_followed_too(posting: Posting) -> None:
    until = timezone.now() + timedelta(days=1)
    Posting.objects.update(wage_type="monthly", wage_min=300_000, wage_max=None, urgent_until=until)
    listing = Listing.objects.get()
    assert (listing.wage_order, listing.wage_min, listing.urgent_until) == (3, 300_000, until)
    assert (count("pay:hourly"), count("pay:monthly"), count()) == (0, 1, 1)


def test_a_deleted_posting_leaves_nothing(posting: Posting) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM postings_review; DELETE FROM postings_postingversion")
        cursor.execute("DELETE FROM postings_posting")
    assert not Listing.objects.exists()
    assert not Tally.objects.values("trait").annotate(sum=Sum("number")).exclude(sum=0).exists()


def test_a_number_stands_under_its_occupation_and_prefecture_and_under_all(
    posting: Posting, sakura: Facility, sato: User, okada: User
) -> None:
    make_published(sakura, sato, okada, work_prefecture="13", work_city="中央区", headcount=5)
    assert count(occupation="nurse", prefecture="14") == 1
    assert (count(occupation="nurse"), count(prefecture="13"), count()) == (2, 1, 2)
    assert count("places") == 7
    assert (count("city:13中央区", prefecture="13"), count("city:13中央区")) == (1, 0)
    assert count(f"day:{timezone.localdate()}") == 2


def test_a_save_that_changes_nothing_searched_adds_no_numbers(posting: Posting) -> None:
    before = Tally.objects.count()
    posting.internal_note = "電話は午後にお願いします"
    posting.save()
    assert Tally.objects.count() == before


def test_adding_up_changes_no_sum(posting: Posting, sato: User) -> None:
    before = sums()
    posting.pause(by=sato)
    posting.resume(by=sato)
    assert compact()
    assert sums() == before
    assert Tally.objects.count() == len(before)


def test_everything_can_be_written_anew(posting: Posting, sakura: Facility, sato: User, okada: User) -> None:
    make_published(sakura, sato, okada, occupation="midwife")
    rows, numbers = list(Listing.objects.order_by("pk").values()), sums()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM postings_listing")
    assert rebuild() == 2
    assert list(Listing.objects.order_by("pk").values()) == rows
    assert sums() == numbers


@pytest.mark.django_db(transaction=True)
def test_adding_up_while_others_write_loses_nothing(sakura: Facility, sato: User, okada: User) -> None:
    postings = [make_published(sakura, sato, okada) for _ in range(4)]

    def write(posting: Posting) -> None:
        for kind in ("daily", "monthly", "hourly"):
            Posting.objects.filter(pk=posting.pk).update(wage_type=kind)
        connection.close()

    def add_up() -> None:
        for _ in range(6):
            compact()
        connection.close()

    with ThreadPoolExecutor(max_workers=5) as pool:
        tasks = [pool.submit(add_up), *(pool.submit(write, posting) for posting in postings)]
    for task in tasks:
        task.result()
    assert (count(), count("pay:hourly"), count("pay:daily"), count("pay:monthly")) == (4, 4, 0, 0)
    assert compact()
    assert all(number > 0 for number in sums().values())
    assert Tally.objects.count() == len(sums())
