"""Twenty-four rivals for two places on real PostgreSQL, round after round: two are hired, never three.

Short by default. `RACE_ROUNDS=10000 bin/test tests/races/test_hiring_rivals.py` runs long.
"""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest
from django.db import OperationalError, connections

from applications.hiring import cancel_hire, hire
from applications.models import Application, Hire
from applications.refused import CannotHire
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.lifecycle import NotNow
from postings.models import Posting
from tests.builders import days_from_now, make_application, make_published

RIVALS = 24
PLACES = 2
ROUNDS = int(os.environ.get("RACE_ROUNDS", "5"))


def licence() -> dict[str, Any]:
    return {"starts_on": days_from_now(14), "licence_seen_on": days_from_now(0), "licence_seen_by": "事務長"}


@contextmanager
def rivals() -> Iterator[ThreadPoolExecutor]:
    """Give so many threads with a connection each, which they keep for all rounds."""
    leaving = Barrier(RIVALS)

    def leave(_number: int) -> None:
        leaving.wait()  # each thread closes its own connection, none closes twice
        connections.close_all()

    with ThreadPoolExecutor(RIVALS) as threads:
        yield threads
        list(threads.map(leave, range(RIVALS)))


def attempt(by: User, start: Barrier, application: Application) -> str:
    start.wait()
    try:
        hire(application, by=by, **licence())
    except (CannotHire, NotNow) as refused:
        return type(refused).__name__
    except OperationalError as busy:
        if "lock timeout" not in str(busy):
            raise
        return "busy"  # a long queue on a loaded machine: the page says to try again (keynet.views)
    return "hired"


def all_at_once(threads: ThreadPoolExecutor, applications: list[Application], by: User) -> list[str]:
    return list(threads.map(partial(attempt, by, Barrier(RIVALS)), applications))


def offered(posting: Posting, by: User) -> Application:
    application = make_application(posting)
    application.step("review", by=by)
    application.offer(by=by, stated_version=None)
    return application


def of_other_people(application: Application) -> list[Application]:
    """Return applications like this one, each of another person."""
    fresh = [Application.objects.get(pk=application.pk) for _ in range(RIVALS)]
    for copy in fresh:
        copy.pk, copy.public_id, copy.submission_id = None, uuid4(), uuid4()
        copy.email = f"{copy.public_id}@seeker.example"
    return Application.objects.bulk_create(fresh)


@pytest.mark.django_db(transaction=True)
def test_twenty_four_rivals_for_two_places_are_two_hires_in_every_round(
    sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_published(sakura, sato, okada, headcount=PLACES)
    pattern = offered(posting, sato)
    with rivals() as threads:
        for _round in range(ROUNDS):
            results = all_at_once(threads, of_other_people(pattern), sato)
            winners = Application.objects.filter(posting=posting, status="hired")
            hired = Hire.objects.filter(posting=posting, cancelled_at=None)
            posting.refresh_from_db()
            assert results.count("hired") == PLACES
            assert posting.hired_count == hired.count() == winners.count() == PLACES
            for winner in winners.order_by("pk"):
                cancel_hire(winner, by=sato, reason="就業せず")
    assert Hire.objects.filter(posting=posting).count() == PLACES * ROUNDS


@pytest.mark.django_db(transaction=True)
def test_one_application_pressed_twenty_four_times_is_one_hire(
    sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_published(sakura, sato, okada, headcount=PLACES)
    application = offered(posting, sato)
    with rivals() as threads:
        results = all_at_once(
            threads, [Application.objects.get(pk=application.pk) for _ in range(RIVALS)], sato
        )
    posting.refresh_from_db()
    assert results.count("hired") == 1 and set(results) <= {"hired", "NotNow", "busy"}
    assert posting.hired_count == Hire.objects.count() == 1
