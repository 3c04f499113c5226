"""What becomes of a letter, whatever the mail server does."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from keynet.outbox import postman
from keynet.outbox.models import Letter
from tests.outbox.sinks import (
    Habit,
    free_port,
    says_garbage,
    says_one_byte_at_a_time,
    sink,
    socket_that,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("patience")]
Make = Callable[..., Letter]
S = Letter.Status


def fate(letter: Letter) -> tuple[str, str]:
    letter.refresh_from_db()
    return letter.status, letter.last_error


def due_now(letter: Letter) -> None:
    Letter.objects.filter(pk=letter.pk).update(next_try_at=timezone.now())


def test_a_letter_leaves_once_to_its_one_recipient(make_letter: Make, settings: Any) -> None:
    letter = make_letter()
    with sink() as inbox:
        settings.SMTP = inbox.server
        assert postman.deliver() == 1
        assert postman.deliver() == 0
    assert fate(letter) == (S.SENT, "")
    assert [to for to, _ in inbox.mails] == [[letter.recipient]]


def test_many_letters_share_one_line(make_letter: Make, settings: Any) -> None:
    for _ in range(20):
        make_letter()
    with sink() as inbox:
        settings.SMTP = inbox.server
        assert postman.deliver() == 20
    assert len(inbox.mails) == 20


@pytest.mark.parametrize(
    "habit", [Habit(rcpt="550 no such user"), Habit(mail="553 no"), Habit(data="554 spam")]
)
def test_a_refusal_for_good_is_final(make_letter: Make, settings: Any, habit: Habit) -> None:
    letter = make_letter()
    with sink(habit) as inbox:
        settings.SMTP = inbox.server
        postman.deliver()
    assert fate(letter)[0] == S.FAILED
    assert inbox.mails == []


@pytest.mark.parametrize(
    "habit",
    [
        Habit(rcpt="451 try later"),
        Habit(mail="421 closing"),
        Habit(data="452 full"),
        Habit(stall_before_data=True),
    ],
)
def test_a_refusal_for_now_is_tried_again_with_growing_pauses(
    make_letter: Make, settings: Any, habit: Habit
) -> None:
    letter = make_letter()
    with sink(habit) as inbox:
        settings.SMTP = inbox.server
        pauses = []
        for _ in range(3):
            due_now(letter)
            postman.deliver()
            letter.refresh_from_db()
            pauses.append(round((letter.next_try_at - timezone.now()).total_seconds(), -1))
    assert (letter.status, letter.tries, pauses) == (S.PENDING, 3, [10, 20, 300])
    assert inbox.mails == []


def test_after_48_tries_a_person_must_look(make_letter: Make, settings: Any) -> None:
    letter = make_letter(tries=47)
    with sink(Habit(rcpt="451 try later")) as inbox:
        settings.SMTP = inbox.server
        postman.deliver()
    assert fate(letter)[0] == S.FAILED


def test_a_refused_letter_does_not_hold_up_the_next(make_letter: Make, settings: Any) -> None:
    make_letter(recipient="a@example.jp")
    make_letter(recipient="b@example.jp")
    with sink(Habit(rcpt="550 no such user")) as inbox:
        settings.SMTP = inbox.server
        assert postman.deliver() == 2
    assert set(Letter.objects.values_list("status", flat=True)) == {S.FAILED}


@pytest.mark.parametrize("talks", [says_garbage, says_one_byte_at_a_time])
def test_a_server_that_is_none_costs_one_letter_one_try(
    make_letter: Make, settings: Any, talks: Callable[..., None]
) -> None:
    first, second = make_letter(), make_letter()
    with socket_that(talks) as inbox:
        settings.SMTP = inbox.server
        assert postman.deliver() == 1
    assert fate(first)[0] == fate(second)[0] == S.PENDING
    assert (first.tries, second.tries) == (1, 0)


def test_when_nobody_listens_the_letters_wait(make_letter: Make, settings: Any) -> None:
    letters = [make_letter() for _ in range(3)]
    with sink() as inbox:
        settings.SMTP = {**inbox.server, "port": free_port()}
        assert postman.deliver() == 1
        settings.SMTP = inbox.server
        due_now(letters[0])
        assert postman.deliver() == 3
    assert len(inbox.mails) == 3


@pytest.mark.parametrize("habit", [Habit(stall_after_data=True), Habit(drop_after_data=True)])
def test_an_alert_without_an_answer_goes_once_more_with_the_same_id(
    make_letter: Make, settings: Any, habit: Habit
) -> None:
    letter = make_letter("alert")
    with sink(habit) as inbox:
        settings.SMTP = inbox.server
        postman.deliver()
        letter.refresh_from_db()
        assert letter.status == S.PENDING
        assert letter.next_try_at > timezone.now() + timedelta(minutes=29)
        for _ in range(3):
            due_now(letter)
            postman.deliver()
    assert fate(letter)[0] == S.UNKNOWN
    assert len(inbox.mails) == 2
    assert all(letter.message_id.encode() in mail for _, mail in inbox.mails)


def test_a_result_without_an_answer_waits_for_a_person(make_letter: Make, settings: Any) -> None:
    letter = make_letter("result")
    with sink(Habit(drop_after_data=True)) as inbox:
        settings.SMTP = inbox.server
        postman.deliver()
        due_now(letter)
        postman.deliver()
    assert fate(letter)[0] == S.UNKNOWN
    assert len(inbox.mails) == 1


@pytest.mark.parametrize(("kind", "expected"), [("alert", S.PENDING), ("result", S.UNKNOWN)])
def test_a_postman_killed_while_sending_leaves_an_unconfirmed_letter(
    make_letter: Make, settings: Any, kind: str, expected: str
) -> None:
    past = timezone.now() - timedelta(seconds=1)
    letter = make_letter(kind, status=S.SENDING, lease_until=past, tries=1)
    postman.take_back_abandoned()
    assert fate(letter)[0] == expected
    assert letter.unconfirmed == 1


def test_a_letter_being_sent_is_left_alone(make_letter: Make, settings: Any) -> None:
    letter = make_letter(status=S.SENDING, lease_until=timezone.now() + timedelta(seconds=30))
    postman.deliver()
    assert fate(letter)[0] == S.SENDING


@pytest.mark.parametrize("habit", [Habit(), Habit(rcpt="550 no")])
def test_a_secret_link_is_wiped_when_its_letter_has_ended(
    make_letter: Make, settings: Any, habit: Habit
) -> None:
    letter = make_letter("secret")
    with sink(habit) as inbox:
        settings.SMTP = inbox.server
        postman.deliver()
    letter.refresh_from_db()
    assert letter.body == ""


def test_a_result_that_waits_for_a_person_keeps_its_text(
    make_letter: Make, settings: Any, kinds: dict[str, Any]
) -> None:
    object.__setattr__(kinds["result"], "secret", True)
    letter = make_letter("result")
    with sink(Habit(rcpt="550 no")) as inbox:
        settings.SMTP = inbox.server
        postman.deliver()
    letter.refresh_from_db()
    assert letter.waits_for_a_person


def test_a_secret_link_stays_while_its_letter_may_still_go(make_letter: Make, settings: Any) -> None:
    letter = make_letter("secret")
    with sink(Habit(rcpt="451 later")) as inbox:
        settings.SMTP = inbox.server
        postman.deliver()
    letter.refresh_from_db()
    assert letter.body


@pytest.mark.parametrize(
    "fields",
    [
        {"heading": "お知らせ\r\nBcc: other@example.jp"},
        {"stop_url": "https://key-net.example/\r\nBcc: other@example.jp"},
    ],
)
def test_a_line_break_in_a_header_never_leaves(
    make_letter: Make, settings: Any, fields: dict[str, str]
) -> None:
    letter = make_letter(**fields)
    after = make_letter()
    with sink() as inbox:
        settings.SMTP = inbox.server
        postman.deliver()
    assert fate(letter)[0] == S.FAILED
    assert fate(after)[0] == S.SENT
    assert [to for to, _ in inbox.mails] == [[after.recipient]]
