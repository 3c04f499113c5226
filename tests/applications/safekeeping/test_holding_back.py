"""What holds the erasing back: a stop, a hold for a dispute, an unusual number; and the notice before it."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from applications import masking
from applications.models import Application, LegalHold
from applications.safekeeping.announcing import announce
from applications.safekeeping.holding import AlreadyHeld, hold, lift
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.invariants import check
from keynet.outbox.models import Event, Letter
from keynet.privacy import stopping
from keynet.privacy.models import MaskingStop
from postings.models import Posting
from tests.applications.ending import ended
from tests.builders import days_from_now, make_application, make_published
from tests.cast import signed_in

pytestmark = pytest.mark.django_db
STATE = "/office/privacy/"


@pytest.fixture
def due(sakura: Facility, sato: User, okada: User) -> Application:
    """Somebody whose time is over since today."""
    return aged(sakura, sato, okada, days=180)


def aged(facility: Facility, by: User, officer: User, days: int) -> Application:
    application = make_application(make_published(facility, by, officer))
    ended(application.posting, by, days=days)
    return application


def test_a_stop_holds_everything_at_once_and_lifting_it_lets_all_go_on(due: Application, okada: User) -> None:
    office = signed_in(okada)
    office.post(f"{STATE}stop/", {"reason": "時計が進んでいる疑いがあります。"})
    assert "すべて止めています" in office.get(STATE).content.decode()
    assert masking.mask_ended(confirmed=True) == 0
    with pytest.raises(CommandError, match="stopped"):
        call_command("mask_ended", "--erase", "--confirmed", stdout=StringIO())
    office.post(f"{STATE}resume/")
    assert MaskingStop.objects.get().lifted_by == okada
    assert masking.mask_ended() == 1
    assert {"masking.stopped", "masking.resumed"} <= set(Event.objects.values_list("name", flat=True))


def test_a_stop_ends_a_round_that_is_running(
    due: Application, sato: User, okada: User, sakura: Facility, monkeypatch: pytest.MonkeyPatch
) -> None:
    aged(sakura, sato, okada, days=181)
    blank = masking._blank

    def then_stop(*args: Any) -> None:
        blank(*args)
        stopping.stop("途中で止めます。確かめます。", by=okada)

    monkeypatch.setattr(masking, "_blank", then_stop)
    assert masking.mask_ended() == 1
    assert Application.objects.known().count() == 1


def test_more_than_two_percent_of_everybody_wait_for_a_person(
    due: Application, monkeypatch: pytest.MonkeyPatch, okada: User
) -> None:
    monkeypatch.setattr(stopping, "ALWAYS_ALLOWED", 0)
    assert masking.mask_ended() == 0
    assert "いつもより多いため" in signed_in(okada).get(STATE).content.decode()
    words = StringIO()
    call_command("mask_ended", stdout=words)
    assert "1 applications" in words.getvalue()
    with pytest.raises(CommandError, match="2 %"):
        call_command("mask_ended", "--erase", stdout=words)
    call_command("mask_ended", "--erase", "--confirmed", stdout=words)
    assert "1 were masked; 0 are left" in words.getvalue()


@pytest.mark.parametrize(
    ("due", "known", "refused"), [(200, 200, False), (201, 10_000, True), (300, 20_000, False)]
)
def test_few_people_are_never_too_many(due: int, known: int, refused: bool) -> None:
    assert stopping.is_too_many(due, known) is refused


def test_a_hold_keeps_one_postings_people_until_its_day_and_the_facility_reads_why(
    due: Application, okada: User, sato: User
) -> None:
    day = days_from_now(30)
    facts = {"number": due.posting.number, "reason": "労働局の調べのため残します。"}
    parts = {"until_y": day.year, "until_m": day.month, "until_d": day.day}
    assert signed_in(okada).post(f"{STATE}hold/", {**facts, **parts})["Location"] == STATE
    assert masking.mask_ended() == 0 and check() == []
    log = signed_in(sato).get(reverse("readings:list", args=[due.posting.facility.public_id]))
    assert "労働局の調べのため残します。" in log.content.decode()
    assert due.posting.number in signed_in(okada).get(STATE).content.decode()
    LegalHold.objects.update(until=days_from_now(-1))
    assert masking.mask_ended() == 1


def test_a_hold_is_lifted_by_the_office_and_can_be_set_again(due: Application, okada: User) -> None:
    held = hold(due.posting, reason="調べのため残します。", until=days_from_now(9), by=okada)
    with pytest.raises(AlreadyHeld):
        hold(due.posting, reason="調べのため残します。", until=days_from_now(9), by=okada)
    signed_in(okada).post(f"{STATE}hold/{held.pk}/lift/")
    lift(held, by=okada)
    assert Event.objects.filter(name="hold.lifted").count() == 1
    hold(due.posting, reason="調べのため残します。", until=days_from_now(9), by=okada)


@pytest.mark.parametrize(
    ("number", "offset", "reason"),
    [
        ("KN-2611-999999", 9, "調べのため残します。"),
        ("", 9, "調べのため残します。"),
        (None, -1, "調べのため残します。"),
        (None, 9, "短い"),
    ],
)
def test_a_hold_needs_a_posting_a_day_to_come_and_a_reason(
    due: Application, okada: User, number: str | None, offset: int, reason: str
) -> None:
    day = days_from_now(offset)
    parts = {"until_y": day.year, "until_m": day.month, "until_d": day.day}
    number = due.posting.number if number is None else number
    answer = signed_in(okada).post(f"{STATE}hold/", {"number": number, "reason": reason, **parts})
    assert answer.status_code == 200 and not LegalHold.objects.exists()


@pytest.mark.parametrize("verb", ["stop", "hold"])
def test_the_way_back_from_a_form_stays_in_the_offices_console(okada: User, verb: str) -> None:
    page = signed_in(okada).get(f"{STATE}{verb}/").content.decode()
    assert f'href="{STATE}">何もせずに戻る' in page and "/ministry/" not in page


def test_the_ministry_reads_the_counts_and_cannot_stop_or_hold(due: Application, mori: User) -> None:
    ministry = signed_in(mori)
    page = ministry.get("/ministry/privacy/").content.decode()
    assert "次の夜に消す応募" in page and "消去をすべて止める" not in page
    for verb in ("stop", "resume", "hold"):
        assert ministry.post(f"/ministry/privacy/{verb}/").status_code == 404
        assert ministry.post(f"{STATE}{verb}/").status_code == 404


# --- the facility reads a month before
def announced() -> list[Letter]:
    return list(Letter.objects.filter(kind="applications.masking_announced"))


@pytest.mark.parametrize(("days", "letters"), [(149, 0), (151, 1), (179, 1), (181, 0)])
def test_a_facility_hears_thirty_days_before(
    sakura: Facility, sato: User, okada: User, days: int, letters: int
) -> None:
    aged(sakura, sato, okada, days=days)
    assert announce() == letters == len(announced())


def test_one_letter_for_each_facility_and_month_names_the_whole_month(
    sakura: Facility, sato: User, okada: User
) -> None:
    first = aged(sakura, sato, okada, days=160)
    make_application(first.posting, email="second@seeker.example", submitted_at=timezone.now())
    announce()
    announce()
    letter = announced()[0]
    assert letter.recipient == sato.email and len(announced()) == 1
    assert "対象：2人" in letter.body and "中村" not in letter.body


def test_who_is_held_back_is_not_announced(sakura: Facility, sato: User, okada: User) -> None:
    application = aged(sakura, sato, okada, days=160)
    hold(application.posting, reason="調べのため残します。", until=days_from_now(99), by=okada)
    assert announce() == 0


def test_a_posting_without_applicants_announces_nothing(sakura: Facility, sato: User, okada: User) -> None:
    posting: Posting = make_published(sakura, sato, okada)
    ended(posting, sato, days=160)
    assert announce() == 0
