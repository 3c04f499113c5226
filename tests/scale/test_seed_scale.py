"""A country's postings, here three hundred of them: lawful, the same each time, and in the search like all others."""

from collections import Counter
from datetime import date
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone

from applications.models import Application, Hire
from facilities.models import Facility, Institution
from keynet.invariants import check
from keynet.scale.places import offers
from keynet.scale.seed import make_plan, seed_scale
from keynet.vocabulary.occupations import LISTED
from postings import checks
from postings.alerts.models import Recruiter, SavedCondition, Subscriber
from postings.models import Listing, Posting, PostingVersion, Review

pytestmark = pytest.mark.django_db

POSTINGS = 300
TODAY = date(2026, 11, 21)
TABLES = (Facility, Posting, PostingVersion, Application, Recruiter, Subscriber, SavedCondition)


def seed(number: int = 1, *, today: date = TODAY, postings: int = POSTINGS) -> None:
    plan = make_plan(postings=postings, conditions=40, recruiters=5, seed=number, today=today)
    seed_scale(plan, processes=1, say=lambda line: None)


def rows() -> dict[str, list[Any]]:
    return {table.__name__: list(table._default_manager.order_by("pk").values()) for table in TABLES}


def rows_of(number: int) -> dict[str, list[Any]]:
    """Seed, look, and take everything back."""
    with transaction.atomic():
        seed(number)
        found = rows()
        transaction.set_rollback(True)
    return found


def test_the_same_seed_makes_the_same_rows() -> None:
    first = rows_of(1)
    assert first == rows_of(1)
    assert [row["title"] for row in first["Posting"]] != [row["title"] for row in rows_of(2)["Posting"]]


def test_what_must_always_be_true_is_true_of_the_seed(settings: Any) -> None:
    settings.DEMO = True
    seed(today=timezone.localdate())
    connection.check_constraints()
    assert check() == []


def test_a_posting_that_has_been_handed_in_lacks_nothing() -> None:
    seed(today=timezone.localdate(), postings=120)
    handed_in = Posting.objects.exclude(status__in=("draft", "closed")).select_related("facility")
    assert {posting.pk: found for posting in handed_in if (found := checks.missing(posting))} == {}


def test_states_occupations_and_prefectures_have_their_proportions() -> None:
    seed()
    states = Counter(Posting.objects.values_list("status", flat=True))
    assert Posting.objects.count() == POSTINGS
    assert 0.25 < states["published"] / POSTINGS < 0.45
    assert set(Posting.objects.values_list("occupation", flat=True)) <= set(map(str, LISTED))
    places = Counter(Posting.objects.values_list("work_prefecture", flat=True))
    assert places["27"] > places["31"]  # 大阪府 seeks most people, 鳥取県 fewest
    assert sum(offers().values()) == 8322  # 計 of the table


def test_what_is_published_can_be_found() -> None:
    seed()
    published = set(Posting.objects.live().values_list("pk", flat=True))
    assert set(Listing.objects.values_list("pk", flat=True)) == published
    assert not Posting.objects.live().filter(search_key="").exists()


def test_versions_checks_applications_and_hires_belong_to_their_postings() -> None:
    seed()
    public = Posting.objects.exclude(published_at=None)
    assert PostingVersion.objects.count() == public.count()
    version = PostingVersion.objects.select_related("posting__facility").earliest("pk")
    assert version.as_posting().terms == version.posting.terms
    assert Review.objects.count() == Posting.objects.exclude(status__in=("draft", "submitted")).count()
    assert Application.objects.filter(posting__published_at=None).count() == 0
    assert Hire.objects.count() == sum(public.values_list("hired_count", flat=True)) > 0


def test_new_rows_are_numbered_after_the_seed() -> None:
    seed()
    last = Posting.objects.latest("pk")
    assert Posting.objects.create(facility=last.facility).pk > last.pk


def test_facilities_are_real_institutions_where_the_list_is_known() -> None:
    Institution.objects.create(
        code="271234567",
        short_code="1234567",
        name="架空病院",
        prefecture="27",
        postal_code="5300001",
        address="大阪市北区梅田１丁目",
    )
    seed()
    facility = Facility.objects.get(institution_code="271234567")
    assert (facility.name, facility.city, facility.kind) == ("架空病院", "大阪市北区", "hospital")


def test_it_stays_out_of_a_real_service_and_away_from_other_postings(settings: Any) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="demonstration"):
        call_command("seed_scale")
    settings.DEMO = True
    Posting.objects.create(facility=Facility.objects.create())
    with pytest.raises(CommandError, match="already"):
        call_command("seed_scale")


def test_the_command_says_how_far_it_is(settings: Any, capsys: pytest.CaptureFixture[str]) -> None:
    settings.DEMO = True
    call_command("seed_scale", postings=60, conditions=10, recruiters=2, processes=1)
    said = capsys.readouterr().out
    assert "60 of 60 postings" in said and "10 saved conditions" in said
