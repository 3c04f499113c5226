"""Silence: who owes a word is reminded, once; after sixty days the applicant is freed and told."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.utils import timezone

from applications import answering
from applications.meeting.taking import take
from applications.models import Application, Side, Slot, ThreadMessage
from applications.waiting.lapsing import warn_and_lapse
from applications.waiting.reminding import ask_for_results, remind_facilities, remind_of_offers
from keynet.accounts.models import User
from keynet.invariants import check
from keynet.outbox import relay
from keynet.outbox.models import Letter
from keynet.reactions import REACTIONS
from keynet.vocabulary.business_days import add_business_days
from keynet.vocabulary.japanese import JST
from postings.models import Posting
from tests.applications.test_meeting import offered
from tests.builders import applicant_of, make_application

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 12, tzinfo=JST)


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    with patch("django.utils.timezone.now", return_value=moment):
        yield


def business_days_later(days: int) -> datetime:
    day = add_business_days(timezone.localdate(NOON), days)
    return NOON + (day - timezone.localdate(NOON))


def letters(kind: str) -> int:
    return Letter.objects.filter(kind=f"applications.{kind}").values("period").distinct().count()


def aged(application: Application, **moved: Any) -> None:
    Application.objects.filter(pk=application.pk).update(moved_at=timezone.now() - timedelta(**moved))


def left() -> None:
    week_ago = timezone.now() - timedelta(days=8)
    Letter.objects.filter(kind="applications.lapses_soon").update(status="sent", sent_at=week_ago)


def test_the_facility_is_reminded_after_three_and_after_seven_business_days(application: Application) -> None:
    Application.objects.update(moved_at=NOON)
    written = []
    for day in range(1, 12):
        with at(business_days_later(day)):
            remind_facilities()
            remind_facilities()
            written.append(letters("unanswered"))
    assert written == [0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]


def test_after_weeks_off_one_letter_is_written_for_a_posting(
    application: Application, posting: Posting
) -> None:
    make_application(posting, email="second@seeker.example")
    Application.objects.update(moved_at=NOON)
    with at(business_days_later(15)):
        remind_facilities()
    letter = Letter.objects.filter(kind="applications.unanswered").first()
    assert letters("unanswered") == 1 and letter and "連絡のない応募：2件" in letter.body
    assert "中村" not in letter.body


def test_a_message_of_the_facility_is_a_word(application: Application, sato: User) -> None:
    aged(application, days=20)
    ThreadMessage.objects.create(
        submission_id=application.public_id,
        application=application,
        side=Side.FACILITY,
        written_by=sato,
        text="来週までお待ちください。",
    )
    remind_facilities()
    assert letters("unanswered") == 0


def test_an_offer_without_a_word_is_recalled_to_mind_once(application: Application, sato: User) -> None:
    application.step("review", by=sato)
    by = timezone.localdate() + timedelta(days=10)
    answering.offer(application, by=sato, text="内定です。", answer_by=by)
    aged(application, days=15)
    assert (remind_of_offers(), remind_of_offers()) == (1, 0)
    letter = Letter.objects.get(kind="applications.offer_silent")
    assert letter.recipient == application.email and f"{by.day}日" in letter.body


def test_nothing_lapses_before_the_notice_was_out_for_a_week(application: Application) -> None:
    aged(application, days=52)
    assert warn_and_lapse() == 0
    aged(application, days=200)
    assert (warn_and_lapse(), warn_and_lapse()) == (1, 0), "a machine that was off warns first, and once"
    application.refresh_from_db()
    assert application.status == "submitted"
    left()
    assert warn_and_lapse() == 1
    application.refresh_from_db()
    assert application.status == "lapsed"


def test_the_notice_names_the_sixtieth_day_and_the_lapse_keeps_it(application: Application) -> None:
    Application.objects.update(moved_at=NOON)
    happened = []
    notices = Letter.objects.filter(kind="applications.lapses_soon")
    for day in (52, 53, 59, 60):
        with at(NOON + timedelta(days=day)):
            happened.append(warn_and_lapse())
        notices.update(status="sent", sent_at=NOON + timedelta(days=53))
    assert happened == [0, 1, 0, 1]
    assert notices.exists() and all(
        "2027年1月23日" in notice.body for notice in notices.order_by("recipient")
    )
    application.refresh_from_db()
    assert application.status == "lapsed"


def test_nobody_lapses_before_the_interview_or_soon_after_it(application: Application, sato: User) -> None:
    slot = offered(application, sato, 10)[0]
    take(application, slot.pk, by=applicant_of(application))
    aged(application, days=61)
    assert warn_and_lapse() == 0
    Slot.objects.update(starts_at=timezone.now() - timedelta(days=52))
    assert warn_and_lapse() == 0
    Slot.objects.update(starts_at=timezone.now() - timedelta(days=54))
    assert warn_and_lapse() == 1


def test_the_freed_applicant_is_told_in_plain_words_and_may_apply_again(
    application: Application, posting: Posting
) -> None:
    aged(application, days=61)
    warn_and_lapse()
    left()
    warn_and_lapse()
    relay.run(REACTIONS)
    letter = Letter.objects.get(kind="applications.lapsed")
    assert letter.recipient == application.email and "選考の結果によるものではありません" in letter.body
    assert make_application(posting).status == "submitted"
    assert not check()


def test_whoever_moves_after_the_notice_starts_anew(application: Application, sato: User) -> None:
    aged(application, days=61)
    warn_and_lapse()
    left()
    application.step("review", by=sato)
    assert warn_and_lapse() == 0


def test_a_direct_selection_never_lapses_but_its_result_is_asked_for(
    application: Application, posting: Posting
) -> None:
    directed = timezone.localdate() - timedelta(days=95)
    Application.objects.update(direct_selection_on=directed)
    aged(application, days=95)
    assert warn_and_lapse() == 0
    ask_for_results()
    ask_for_results()
    assert letters("result_due") == 1


def test_a_direct_selection_is_asked_for_its_result_until_it_has_one(
    application: Application, sato: User
) -> None:
    Application.objects.update(direct_selection_on=timezone.localdate(NOON), moved_at=NOON)
    written = []
    for day in (29, 30, 31, 60, 90):
        with at(NOON + timedelta(days=day)):
            ask_for_results()
            remind_facilities()
            written.append(letters("result_due"))
    assert written == [0, 1, 1, 2, 3] and letters("unanswered") == 0
    answering.not_select(Application.objects.get(), by=sato, text="自治体の選考の結果です。")
    with at(NOON + timedelta(days=120)):
        assert ask_for_results() == 0


def test_an_accepted_offer_never_lapses(application: Application, sato: User) -> None:
    application.step("review", by=sato)
    answering.offer(application, by=sato, text="内定です。")
    application.accept(by=applicant_of(application))
    aged(application, days=100)
    assert warn_and_lapse() == 0
