"""Hiring: never more people than places, none after the end; rivals stand in tests/races."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from applications.hiring import cancel_hire, filled_postings, hire
from applications.models import Application, Hire
from applications.refused import CannotHire
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.lifecycle import Clock, NotNow
from postings.models import Posting
from tests.builders import days_from_now, make_application, make_published


def licence() -> dict[str, Any]:
    return {"starts_on": days_from_now(14), "licence_seen_on": days_from_now(0), "licence_seen_by": "事務長"}


def offered(posting: Posting, by: User, number: int = 0) -> Application:
    application = make_application(posting, email=f"rival{number}@seeker.example")
    application.step("review", by=by)
    application.offer(by=by, stated_version=None)
    return application


@pytest.mark.django_db
def test_a_cancelled_hire_gives_its_place_back(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada, headcount=1)
    first, second = offered(posting, sato, 1), offered(posting, sato, 2)
    hire(first, by=sato, **licence())
    with pytest.raises(CannotHire, match="先に募集人数を増やして"):
        hire(second, by=sato, **licence())
    cancel_hire(first, by=sato, reason="就業せず")
    second.refresh_from_db()
    hire(second, by=sato, **licence())
    posting.refresh_from_db()
    assert posting.hired_count == 1
    assert Hire.objects.filter(cancelled_at=None).get().application == second


@pytest.mark.django_db
@pytest.mark.parametrize("end", ["pause", "expire"])
def test_the_selection_goes_on_after_the_end(sakura: Facility, sato: User, okada: User, end: str) -> None:
    posting = make_published(sakura, sato, okada)
    application = offered(posting, sato)
    posting.pause(by=sato) if end == "pause" else posting.close(by=Clock(), reason="expired")
    hire(application, by=sato, **licence())
    posting.refresh_from_db()
    assert posting.hired_count == 1 and posting.status in ("paused", "closed")
    assert not filled_postings(sakura)


@pytest.mark.django_db
def test_the_places_of_an_ended_posting_stay_as_they_were(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada, headcount=1)
    first, second = offered(posting, sato, 1), offered(posting, sato, 2)
    posting.close(by=Clock(), reason="expired")
    hire(first, by=sato, **licence())
    with pytest.raises(CannotHire, match="人数は増やせません"):
        hire(second, by=sato, **licence())
    assert not filled_postings(sakura), "an ended posting needs no second end"


@pytest.mark.django_db
def test_nobody_is_hired_who_came_after_the_end(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada)
    application = offered(posting, sato)
    posting.close(by=Clock(), reason="expired")
    Application.objects.update(submitted_at=timezone.now())
    application.refresh_from_db()
    with pytest.raises(CannotHire, match="募集を終了したあとの応募"):
        hire(application, by=sato, **licence())


@pytest.mark.django_db
def test_a_suspended_posting_hires_nobody(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada)
    application = offered(posting, sato)
    posting.suspend(by=okada, reason="確認のため")
    with pytest.raises(CannotHire, match="掲載が停止"):
        hire(application, by=sato, **licence())


@pytest.mark.django_db
def test_another_hospital_hires_nobody_here(sakura: Facility, sato: User, suzuki: User, okada: User) -> None:
    application = offered(make_published(sakura, sato, okada), sato)
    with pytest.raises(PermissionDenied):
        hire(application, by=suzuki, **licence())


@pytest.mark.django_db
def test_nobody_is_hired_to_whom_nothing_was_offered(sakura: Facility, sato: User, okada: User) -> None:
    application = make_application(make_published(sakura, sato, okada))
    with pytest.raises(NotNow):
        hire(application, by=sato, **licence())
