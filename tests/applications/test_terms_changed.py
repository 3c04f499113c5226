"""Whoever waits for an answer hears of new pay, place, hours or contract, once for each version (5条の3第3項)."""

import pytest

from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox.models import Letter
from keynet.outbox.relay import run
from keynet.reactions import REACTIONS
from postings.upkeep.revising import revise, set_headcount
from tests.builders import applicant_of, make_application, make_published
from tests.postings.upkeep.test_revising import typed

pytestmark = pytest.mark.django_db


def test_open_applicants_read_the_change_and_nobody_else_does(
    sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_published(sakura, sato, okada)
    waiting = make_application(posting)
    gone = make_application(posting, email="gone@seeker.example")
    gone.step("withdraw", by=applicant_of(gone))
    revise(posting, "pay", typed(posting, "pay", wage_min="2100"), by=sato)
    posting.refresh_from_db()
    make_application(posting, email="late@seeker.example")  # saw the new terms
    run(REACTIONS)
    letter = Letter.objects.get(kind="applications.posting_changed")
    assert letter.recipient == waiting.email
    assert "2,300円" in letter.body and "2,100円" in letter.body and "/applications/" in letter.body


def test_a_light_change_writes_to_nobody(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada)
    make_application(posting)
    set_headcount(posting, 5, by=sato)
    run(REACTIONS)
    assert not Letter.objects.filter(kind="applications.posting_changed").exists()


def test_two_changes_before_the_relay_runs_are_one_letter(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada)
    make_application(posting)
    for wage in ("2100", "2200"):
        revise(posting, "pay", typed(posting, "pay", wage_min=wage), by=sato)
    run(REACTIONS)
    assert Letter.objects.filter(kind="applications.posting_changed").count() == 1
