"""Who is told of the office's decisions, and what the office is told in the morning."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox import relay
from keynet.outbox.models import Letter
from keynet.reactions import REACTIONS
from keynet.vocabulary.japanese import JST
from postings.check import letters as office_letters
from postings.check import review
from postings.models import Posting, Review
from tests.builders import make_facility, make_published, make_user
from tests.postings.waiting import make_waiting, make_waiting_registration

pytestmark = pytest.mark.django_db


def letters(kind: str) -> dict[str, Letter]:
    relay.run(REACTIONS)
    return {letter.recipient: letter for letter in Letter.objects.filter(kind=f"postings.{kind}")}


def test_a_further_posting_is_received_with_its_deadline(sakura: Facility, sato: User) -> None:
    posting = make_waiting(sakura, sato)
    sent = letters("received")
    assert set(sent) == {"sato@sakura.example", "saiyo@sakura.example"}
    assert posting.number in sent["sato@sakura.example"].heading
    assert "までに内容を確認し" in sent["sato@sakura.example"].body


def test_a_return_carries_the_reasons_and_the_way_to_correct(
    sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_waiting(sakura, sato)
    review.send_back(
        posting, by=okada, reasons={"wage_min": "最低賃金を下回っています。"}, note="お願いします。"
    )
    body = letters("returned")["sato@sakura.example"].body
    assert "賃金の下限\n最低賃金を下回っています。" in body
    assert "お願いします。" in body
    assert f"/facility/{sakura.public_id}/postings/{posting.number}/" in body


def test_every_return_is_told_and_none_twice(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_waiting(sakura, sato)
    for _ in range(2):
        review.send_back(posting, by=okada, reasons={"title": "短くしてください。"})
        posting.submit(by=sato)
    relay.run(REACTIONS)
    relay.run(REACTIONS)
    assert Letter.objects.filter(kind="postings.returned", recipient="sato@sakura.example").count() == 2


def test_a_confirmed_posting_waits_for_its_facility(sakura: Facility, sato: User, okada: User) -> None:
    review.confirm(make_waiting(sakura, sato), by=okada)
    assert "まだ公開されていません" in letters("checked")["sato@sakura.example"].body


def test_a_refusal_and_a_suspension_say_why(sakura: Facility, sato: User, okada: User) -> None:
    review.reject(make_waiting(sakura, sato), by=okada, reason="医療の仕事ではありません。")
    assert "医療の仕事ではありません。" in letters("rejected")["sato@sakura.example"].body
    posting = make_published(sakura, sato, okada)
    posting.suspend(by=okada, reason="実際の条件と違うという連絡がありました。")
    assert "実際の条件と違う" in letters("stopped")["sato@sakura.example"].body
    posting.lift(by=okada)
    assert "募集停止中" in letters("lifted")["sato@sakura.example"].body


def test_a_stop_that_is_over_before_it_is_told_quotes_no_old_check(
    sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_published(sakura, sato, okada)
    Review.objects.filter(posting=posting).update(note="住所の番地を書いてください。")
    posting.suspend(by=okada, reason="実際の条件と違うという連絡がありました。")
    posting.lift(by=okada)
    for kind in ("stopped", "lifted"):
        assert "番地" not in letters(kind)["sato@sakura.example"].body


def test_the_first_posting_is_told_by_the_registration_alone(okada: User) -> None:
    review.confirm(make_waiting_registration(), by=okada)
    assert not letters("checked") and not letters("received")
    assert Letter.objects.filter(kind="facilities.registration_confirmed").count() == 1


def test_the_admins_of_a_known_facility_hear_of_a_posting_that_joined(okada: User) -> None:
    known = make_facility(name="あおば病院（既存）", institution_code="1234567")
    admin = make_user("admin@aoba.example")
    known.memberships.create(user=admin, role="admin")
    review.confirm(make_waiting_registration(), by=okada, join=known)
    assert set(letters("joined")) == {"admin@aoba.example"}


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 8, 30, tzinfo=JST)


def test_every_officer_gets_what_is_due_once_a_day(
    sakura: Facility, sato: User, okada: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monday = date(2026, 11, 30)
    posting, later = make_waiting(sakura, sato), make_waiting(sakura, sato)
    Posting.objects.filter(pk=posting.pk).update(due_on=monday - timedelta(days=3))
    Posting.objects.filter(pk=later.pk).update(due_on=monday + timedelta(days=1))
    monkeypatch.setattr(timezone, "now", lambda: at(monday))
    assert office_letters.tell_officers_what_is_due() == 1
    assert office_letters.tell_officers_what_is_due() == 0
    letter = letters("queue_of_the_day")["okada@office.example"]
    assert posting.number in letter.body and later.number not in letter.body
    assert "1営業日超過" in letter.body


def test_nothing_is_written_on_a_day_off_or_when_nothing_is_due(
    sakura: Facility, sato: User, okada: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert office_letters.tell_officers_what_is_due() == 0
    posting = make_waiting(sakura, sato)
    Posting.objects.filter(pk=posting.pk).update(due_on=date(2026, 11, 27))
    monkeypatch.setattr(timezone, "now", lambda: at(date(2026, 11, 29)))
    assert office_letters.tell_officers_what_is_due() == 0
