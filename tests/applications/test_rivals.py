"""Double clicks and rivals on real PostgreSQL: one form is one row, one address gets three codes, one code one receipt."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone

from applications import links
from applications.leaving import let_go
from applications.models import Application, Interview, ThreadMessage
from keynet.accounts.models import User
from keynet.invariants import check
from keynet.outbox.models import Letter
from postings.models import Posting
from tests.applications.filling import answers, apply_url, code_of
from tests.applications.test_meeting import offered
from tests.builders import make_application

pytestmark = pytest.mark.django_db(transaction=True)
RIVALS = 8


def all_at_once(act: Callable[[int], Any]) -> list[Any]:
    """Let all rivals begin in the same moment and return what each was answered."""
    start = Barrier(RIVALS)

    def run(number: int) -> Any:
        start.wait()
        try:
            return act(number)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(RIVALS) as threads:
        return list(threads.map(run, range(RIVALS)))


def test_one_form_sent_eight_times_is_one_application_with_one_code(posting: Posting) -> None:
    typed = answers(posting)
    sent = all_at_once(lambda _: Client().post(apply_url(posting), typed))
    assert {answer.status_code for answer in sent} == {302}
    assert Application.objects.count() == Letter.objects.count() == 1


def test_eight_forms_for_one_address_are_three_codes(posting: Posting) -> None:
    typed = [answers(posting) for _ in range(RIVALS)]
    sent = all_at_once(lambda number: Client().post(apply_url(posting), typed[number]))
    assert sorted(answer.status_code for answer in sent) == [302] * 3 + [429] * 5
    assert Letter.objects.filter(kind="applications.code").count() == Application.objects.count() == 3


def test_one_code_pressed_eight_times_is_one_receipt(posting: Posting) -> None:
    page = Client().post(apply_url(posting), answers(posting))["Location"]
    typed = {"code": code_of(Application.objects.get()), "version": posting.version}
    sent = all_at_once(lambda _: Client().post(f"{page}prove/", typed))
    assert all(answer.status_code < 500 for answer in sent)
    assert Application.objects.get().status == "submitted"
    assert Letter.objects.filter(kind="applications.received").count() == 1


def test_two_applications_of_one_person_proved_together_leave_one(posting: Posting) -> None:
    pages = [Client().post(apply_url(posting), answers(posting))["Location"] for _ in range(2)]
    codes = [code_of(application) for application in Application.objects.order_by("pk")]
    sent = all_at_once(
        lambda number: Client().post(
            f"{pages[number % 2]}prove/", {"code": codes[number % 2], "version": posting.version}
        )
    )
    assert all(answer.status_code < 500 for answer in sent)
    assert Application.objects.get().status == "submitted"


def test_one_slot_goes_to_one_of_eight_who_press_together(posting: Posting, sato: User) -> None:
    rivals = [make_application(posting, email=f"{number}@seeker.example") for number in range(RIVALS)]
    slot = {offered(rival, sato, 10)[0] for rival in rivals}.pop()
    pages = [f"/applications/{links.issue(rival)}/take/" for rival in rivals]
    all_at_once(lambda number: Client().post(pages[number], {"slot": slot.pk}))
    assert Interview.objects.count() == 1 and not check()


def test_one_message_sent_eight_times_is_one(posting: Posting) -> None:
    page = f"/applications/{links.issue(make_application(posting))}/messages/"
    typed = {"text": "一度だけ", "submission_id": str(uuid4())}
    answers = all_at_once(lambda number: Client().post(page, typed).status_code)
    assert answers == [302] * RIVALS and ThreadMessage.objects.count() == 1


def test_going_and_staying_at_once_end_in_one_of_both(posting: Posting) -> None:
    application = make_application(posting)
    page = f"/applications/{links.issue(application)}/"
    Client().post(f"{page}withdraw/")
    Application.objects.update(leaves_at=timezone.now())
    all_at_once(lambda number: let_go() if number % 2 else Client().post(f"{page}stay/").status_code)
    application.refresh_from_db()
    assert application.status in ("withdrawn", "submitted") and not application.leaves_at and not check()
