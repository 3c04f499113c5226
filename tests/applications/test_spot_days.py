"""Single days of work: each has its own number of people, and nobody works at two places at once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import IntegrityError, connections, transaction

from applications import hiring
from applications.models import Application, Hire, HireDay
from applications.refused import CannotHire
from facilities.models import Facility
from keynet.accounts.models import User
from postings.models import Posting
from postings.models.days import key_of
from postings.upkeep.revising import revise
from tests.builders import days_from_now, make_application, make_facility, make_published

RIVALS = 12


def day(days: int, starts: str = "09:00", ends: str = "17:00", headcount: int = 1) -> dict[str, Any]:
    return {"on": days_from_now(days).isoformat(), "starts": starts, "ends": ends, "headcount": headcount}


def spot(facility: Facility, by: User, officer: User, *days: dict[str, Any], **changes: Any) -> Posting:
    facts = {"employment_type": "spot", "spot_dates": list(days), "headcount": 9, **changes}
    return make_published(facility, by, officer, **facts)


def offered(posting: Posting, by: User, number: int = 0) -> Application:
    application = make_application(posting, email=f"rival{number}@seeker.example")
    application.step("review", by=by)
    application.offer(by=by, stated_version=None)
    return application


def hire(application: Application, by: User, *days: dict[str, Any]) -> Hire:
    return hiring.hire(
        application,
        by=by,
        starts_on=days_from_now(5),
        licence_seen_on=days_from_now(0),
        licence_seen_by="事務長",
        days=[key_of(day) for day in days],
    )


@pytest.mark.django_db
def test_a_day_takes_as_many_as_it_asks_for_and_a_cancelled_hire_frees_it(
    sakura: Facility, sato: User, okada: User
) -> None:
    first, second = day(5), day(6, headcount=2)
    posting = spot(sakura, sato, okada, first, second)
    one, two = offered(posting, sato, 1), offered(posting, sato, 2)
    hire(one, sato, first, second)
    with pytest.raises(CannotHire, match="必要人数（1名）に達しています"):
        hire(two, sato, first)
    two.refresh_from_db()
    hire(two, sato, second)
    posting.refresh_from_db()
    assert posting.filled_days == {key_of(first): 1, key_of(second): 2}
    hiring.cancel_hire(one, by=sato, reason="就業せず")
    posting.refresh_from_db()
    assert posting.filled_days == {key_of(second): 1} and posting.hired_count == 1


@pytest.mark.django_db
@pytest.mark.parametrize("days", [[], [day(9)], [{**day(5), "ends": "18:00"}]])
def test_a_hire_names_days_that_the_posting_has(
    sakura: Facility, sato: User, okada: User, days: list[dict[str, Any]]
) -> None:
    application = offered(spot(sakura, sato, okada, day(5)), sato)
    with pytest.raises(CannotHire, match="勤務日を"):
        hire(application, sato, *days)
    assert not Hire.objects.exists() and not HireDay.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("other", "is_refused"),
    [
        (day(5, "16:00", "20:00"), True),
        (day(4, "17:00", "33:30"), True),
        (day(5, "17:00", "20:00"), False),
        (day(6), False),
    ],
)
@pytest.mark.parametrize("place", ["same", "branch", "other"])
def test_one_person_works_at_one_place_at_a_time(
    sakura: Facility, sato: User, okada: User, other: dict[str, Any], is_refused: bool, place: str
) -> None:
    hire(offered(spot(sakura, sato, okada, day(5)), sato), sato, day(5))
    facility = sakura
    if place != "same":
        parent = sakura if place == "branch" else None
        facility = make_facility(name="第二接種会場", parent=parent)
        facility.memberships.create(user=sato, role="admin")
    application = offered(spot(facility, sato, okada, other, title="ほかの募集"), sato)
    if is_refused and place != "other":
        with pytest.raises(CannotHire, match="重ならない勤務日"):
            hire(application, sato, other)
        assert Hire.objects.count() == 1
    else:
        hire(application, sato, other)
        assert Hire.objects.count() == 2


@pytest.mark.django_db
def test_the_database_itself_refuses_a_day_too_many(sakura: Facility, sato: User, okada: User) -> None:
    posting = spot(sakura, sato, okada, day(5))
    for filled in ({key_of(day(5)): 2}, {"2020-01-01 09:00 17:00": 1}, {key_of(day(5)): -1}):
        with pytest.raises(IntegrityError, match="posting_hires_within_days"), transaction.atomic():
            Posting.objects.filter(pk=posting.pk).update(filled_days=filled)


@pytest.mark.django_db
def test_a_day_somebody_is_hired_for_stays_in_the_form(sakura: Facility, sato: User, okada: User) -> None:
    posting = spot(sakura, sato, okada, day(5, headcount=2), day(6))
    hire(offered(posting, sato), sato, day(5, headcount=2))
    posting.refresh_from_db()
    revision = revise(posting, "conditions", {"spot_dates_0_0": "", "employment_type": "spot"}, by=sato)
    assert not revision.stored
    assert "採用した方がいます" in str(revision.form.errors.get("spot_dates", revision.form.errors))


@pytest.mark.django_db(transaction=True)
def test_rivals_for_a_day_are_as_many_as_it_asks_for(sakura: Facility, sato: User, okada: User) -> None:
    both, few = day(5, headcount=6), day(6, headcount=2)
    posting = spot(sakura, sato, okada, both, few, headcount=RIVALS)
    applications = [offered(posting, sato, number) for number in range(RIVALS)]
    start = Barrier(RIVALS)

    def attempt(application: Application) -> str:
        start.wait()
        try:
            hire(application, sato, *([both, few] if application.pk % 2 else [few]))
        except CannotHire:
            return "refused"
        finally:
            connections.close_all()
        return "hired"

    with ThreadPoolExecutor(RIVALS) as threads:
        results = list(threads.map(attempt, applications))
    posting.refresh_from_db()
    assert results.count("hired") == posting.hired_count == Hire.objects.count() == 2
    assert posting.filled_days[key_of(few)] == HireDay.objects.filter(on=few["on"]).count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_clerks_never_hire_one_person_for_two_places_at_once(
    sakura: Facility, sato: User, okada: User
) -> None:
    postings = [spot(sakura, sato, okada, day(5), title=f"会場{number}") for number in range(6)]
    applications = [offered(posting, sato) for posting in postings]
    start = Barrier(len(applications))

    def attempt(application: Application) -> str:
        start.wait()
        try:
            hire(application, sato, day(5))
        except CannotHire:
            return "refused"
        finally:
            connections.close_all()
        return "hired"

    with ThreadPoolExecutor(len(applications)) as threads:
        results = list(threads.map(attempt, applications))
    assert results.count("hired") == Hire.objects.count() == HireDay.objects.count() == 1
