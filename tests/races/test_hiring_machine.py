"""A state machine over posting, application and hire: after every step the counters equal the rows, none is too many.

Short by default. `RACE_STEPS=200 RACE_EXAMPLES=500 bin/test tests/races/test_hiring_machine.py` runs long.
"""

import os
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from applications import hiring
from applications.models import Application, Hire, HireDay
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.invariants import counts
from keynet.lifecycle import NotNow
from postings.models import Posting
from postings.models.days import key_of
from postings.upkeep.revising import set_headcount
from tests.builders import applicant_of, make_application, make_published

STEPS = int(os.environ.get("RACE_STEPS", "12"))
EXAMPLES = int(os.environ.get("RACE_EXAMPLES", "5"))
REFUSED = (ValidationError, NotNow)
people = st.integers(0, 3)
postings = st.integers(0, 1)


class Hiring(RuleBasedStateMachine):
    """Two postings of one hospital, one with single days; four people who may apply to both."""

    sakura: Facility
    sato: User
    okada: User

    @initialize(headcount=st.integers(1, 2), asked=st.integers(1, 2))
    def two_postings(self, headcount: int, asked: int) -> None:
        on = timezone.localdate() + timedelta(days=5)
        times = (("09:00", "17:00"), ("16:00", "20:00"))
        days = [
            {"on": on.isoformat(), "starts": starts, "ends": ends, "headcount": asked}
            for starts, ends in times
        ]
        spot = {"employment_type": "spot", "spot_dates": days, "headcount": 3, "title": "接種会場の看護師"}
        self.keys = [key_of(day) for day in days]
        self.postings = [
            make_published(self.sakura, self.sato, self.okada, headcount=headcount).pk,
            make_published(self.sakura, self.sato, self.okada, **spot).pk,
        ]

    def _application(self, posting: int, person: int) -> Application | None:
        found = Application.objects.filter(
            posting=self.postings[posting], email=f"p{person}@seeker.example"
        ).order_by("-pk")
        return found.first()

    @rule(posting=postings, person=people)
    def apply(self, posting: int, person: int) -> None:
        now = self._application(posting, person)
        if now is None or now.status in ("withdrawn", "cancelled", "declined", "not_selected"):
            offer = Posting.objects.get(pk=self.postings[posting])
            application = make_application(offer, email=f"p{person}@seeker.example", submission_id=uuid4())
            application.step("review", by=self.sato)
            application.offer(by=self.sato, stated_version=None)

    @rule(posting=postings, person=people, days=st.lists(st.integers(0, 1), max_size=2, unique=True))
    def hire(self, posting: int, person: int, days: list[int]) -> None:
        if application := self._application(posting, person):
            self._try(
                lambda: hiring.hire(
                    application,
                    by=self.sato,
                    starts_on=timezone.localdate(),
                    licence_seen_on=timezone.localdate(),
                    licence_seen_by="事務長",
                    days=[self.keys[day] for day in days] if posting else [],
                    stated_version=application.posting.version,
                )
            )

    @rule(posting=postings, person=people)
    def cancel(self, posting: int, person: int) -> None:
        if application := self._application(posting, person):
            self._try(lambda: hiring.cancel_hire(application, by=self.sato, reason="就業せず"))

    @rule(posting=postings, person=people)
    def decline(self, posting: int, person: int) -> None:
        if application := self._application(posting, person):
            self._try(lambda: application.step("decline", by=applicant_of(application)))

    @rule(posting=postings, headcount=st.integers(1, 4))
    def change_headcount(self, posting: int, headcount: int) -> None:
        offer = Posting.objects.get(pk=self.postings[posting])
        self._try(lambda: set_headcount(offer, headcount, by=self.sato))

    def _try(self, act: Callable[[], object]) -> None:
        try:
            with transaction.atomic():
                act()
        except REFUSED:
            pass

    @invariant()
    def nobody_too_many_and_nobody_twice(self) -> None:
        for search in (
            counts.wrong_counts,
            counts.too_many_hires,
            counts.double_hires,
            counts.wrong_days,
            counts.one_person_at_two_places,
        ):
            assert search() == []
        for posting in Posting.objects.all():
            assert posting.hired_count == Hire.objects.active().filter(posting=posting).count()
            days = HireDay.objects.active().filter(hire__posting=posting)
            assert sum(posting.filled_days.values()) == days.count()


@pytest.mark.django_db
def test_any_order_of_acts_keeps_the_counters_equal_to_the_rows(
    sakura: Facility, sato: User, okada: User
) -> None:
    class OfSakura(Hiring):
        def __init__(self) -> None:
            super().__init__()
            self.sakura, self.sato, self.okada = sakura, sato, okada
            self.savepoint = transaction.savepoint()

        def teardown(self) -> None:
            transaction.savepoint_rollback(self.savepoint)

    run_state_machine_as_test(
        OfSakura,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
