"""Interviews: the facility offers slots, the applicant takes one, nobody else gets it, both have it in the calendar."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from applications import answering
from applications.meeting.offering import Place, offer_slots, withdraw_slot
from applications.meeting.taking import SlotGone, refuse_all, take
from applications.models import Application, Interview, Slot
from keynet.accounts.models import User
from keynet.lifecycle import NotNow
from keynet.outbox import relay
from keynet.outbox.models import Letter
from keynet.reactions import REACTIONS
from postings.models import Posting
from tests.builders import applicant_of, make_application
from tests.cast import signed_in

pytestmark = pytest.mark.django_db
ROOM = Place(30, "本館2階 会議室", note="筆記用具")


def tomorrow(hour: int) -> datetime:
    return timezone.localtime().replace(hour=hour, minute=0, second=0, microsecond=0) + timedelta(days=1)


def offered(application: Application, by: User, *hours: int, number: int = 1) -> list[Slot]:
    times = [tomorrow(hour) for hour in hours]
    return offer_slots(application, times, ROOM, by=by, text="お越しください。", number=number)


def console(application: Application) -> str:
    facility = application.posting.facility.public_id
    return f"/facility/{facility}/applications/{application.public_id}/"


def test_a_clerk_types_times_reads_the_mail_and_sends_it(application: Application, sato: User) -> None:
    clerk, day = signed_in(sato), timezone.localdate() + timedelta(days=3)
    lines = f"{day.month}月{day.day}日 10:00\n{day.month}月{day.day}日（月）　14時半"
    typed = {"times": lines, "minutes": "30", "place": "会議室", "text": "お越しください。", "number": "1"}
    look = clerk.post(f"{console(application)}invite/", {**typed, "step": "look"}).content.decode()
    assert "14:30から30分" in look and "会議室" in look and not Slot.objects.exists()
    clerk.post(f"{console(application)}invite/", {**typed, "step": "send"})
    assert [f"{timezone.localtime(slot.starts_at):%H:%M}" for slot in Slot.objects.order_by("starts_at")] == [
        "10:00",
        "14:30",
    ]
    application.refresh_from_db()
    assert application.status == "interview"
    assert "14:30から30分" in Letter.objects.get(kind="applications.invited").body
    again = clerk.post(f"{console(application)}invite/", {**typed, "step": "send"})
    assert again.status_code == 409 and Letter.objects.filter(kind="applications.invited").count() == 1


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"times": "そのうち"}, "「そのうち」を確かめてください"),
        ({"times": "2020年1月1日 10:00"}, "これから半年のうち"),
        ({"times": "\n".join(f"12月{n}日 10:00" for n in range(1, 7))}, "5つまで"),
        ({"place": "", "online_url": ""}, "面接の場所か、オンラインのURLを入力してください"),
        ({"online_url": "javascript:alert(1)"}, "「https://」から入力してください"),
    ],
)
def test_what_cannot_be_offered_is_said(
    application: Application, sato: User, typed: dict[str, str], words: str
) -> None:
    sent = {"times": "12月1日 10:00", "minutes": "30", "place": "会議室", "text": "x", "number": "1", **typed}
    page = signed_in(sato).post(f"{console(application)}invite/", {**sent, "step": "send"}).content.decode()
    assert words in page and not Slot.objects.exists()


def test_the_applicant_takes_one_slot_and_both_have_it_in_the_calendar(
    client: Client, application: Application, page: str, sato: User
) -> None:
    slots = offered(application, sato, 10, 14)
    assert "この日時を選ぶ" in client.get(page).content.decode()
    client.post(f"{page}take/", {"slot": slots[1].pk})
    client.post(f"{page}take/", {"slot": slots[1].pk})
    interview = Interview.objects.get()
    assert interview.slot == slots[1]
    shown = client.get(page).content.decode()
    assert "本館2階 会議室" in shown and "筆記用具" in shown
    relay.run(REACTIONS)
    told = Letter.objects.filter(kind__startswith="applications.interview_for")
    assert {letter.recipient for letter in told} == {application.email, application.posting.contact_email}
    assert not [letter for letter in told if "中村" in letter.body or "会議室" in letter.body]
    for file in (
        client.get(f"{page}interview.ics"),
        signed_in(sato).get(f"{console(application)}interview.ics"),
    ):
        assert file["Content-Type"].startswith("text/calendar")
        assert f"UID:{interview.public_id}@" in file.content.decode()


def test_who_was_slower_reads_so_and_still_has_a_choice(
    client: Client, posting: Posting, application: Application, page: str, sato: User
) -> None:
    rival = make_application(posting, email="rival@seeker.example")
    slots = offered(application, sato, 10, 14)
    assert [slot.pk for slot in offered(rival, sato, 10)] == [slots[0].pk], "one slot, offered twice"
    take(rival, slots[0].pk, by=applicant_of(rival))
    answer = client.post(f"{page}take/", {"slot": slots[0].pk}, follow=True).content.decode()
    assert "ほかの方に決まった" in answer and "14:00" in answer
    assert Interview.objects.count() == 1


def test_the_table_itself_refuses_two_people_on_a_slot(posting: Posting, sato: User) -> None:
    one, other = make_application(posting), make_application(posting, email="other@seeker.example")
    slot = offered(one, sato, 10)[0]
    Interview.objects.create(application=one, slot=slot)
    with pytest.raises(IntegrityError), transaction.atomic():
        Interview.objects.create(application=other, slot=slot)


def test_past_withdrawn_and_foreign_slots_are_not_for_taking(application: Application, sato: User) -> None:
    past, withdrawn = offered(application, sato, 10, 14)
    Slot.objects.filter(pk=past.pk).update(starts_at=timezone.now() - timedelta(minutes=1))
    assert withdraw_slot(withdrawn, by=sato) and not withdraw_slot(withdrawn, by=sato)
    for slot in (past.pk, withdrawn.pk, 0):
        with pytest.raises(SlotGone):
            take(application, slot, by=applicant_of(application))
    application.step("not_select", by=sato)
    with pytest.raises(NotNow):
        take(application, past.pk, by=applicant_of(application))


def test_a_clerk_takes_a_time_back_that_nobody_has_taken(application: Application, sato: User) -> None:
    first, second = offered(application, sato, 10, 14)
    clerk, button = signed_in(sato), f"{console(application)}slots/withdraw/"
    assert button in clerk.get(console(application)).content.decode()
    answer = clerk.post(button, {"slot": first.pk}, follow=True).content.decode()
    assert "の候補を取り下げ、案内した方に知らせました" in answer
    take(application, second.pk, by=applicant_of(application))
    for slot in (first.pk, second.pk, "x", ""):
        answer = clerk.post(button, {"slot": slot}, follow=True).content.decode()
        assert "決まったか、取り下げ済みです" in answer
    assert Interview.objects.to_come().count() == 1


def test_none_of_them_fits(client: Client, application: Application, page: str, sato: User) -> None:
    offered(application, sato, 10, 14)
    client.post(f"{page}none-fits/")
    assert "この日時を選ぶ" not in client.get(page).content.decode()
    relay.run(REACTIONS)
    assert "都合が合わない" in Letter.objects.get(kind="applications.applicant_replied").body
    assert not refuse_all(application, by=applicant_of(application))
    assert offered(application, sato, 10, number=2), "the facility may offer again"


def test_a_change_keeps_the_number_of_the_calendar_entry(
    client: Client, application: Application, page: str, sato: User
) -> None:
    take(application, offered(application, sato, 10)[0].pk, by=applicant_of(application))
    before = client.get(f"{page}interview.ics").content.decode()
    day = tomorrow(16)
    typed = {"time": f"{day.month}月{day.day}日 16:00", "minutes": "45", "place": "", "note": ""}
    url = {"online_url": "https://meet.example/room"}
    answer = signed_in(sato).post(f"{console(application)}interview/change/", {**typed, **url})
    assert answer.status_code == 302
    after = client.get(f"{page}interview.ics").content.decode()
    assert "この日時を選ぶ" not in client.get(page).content.decode(), "what the facility sets is no choice"
    uid = next(line for line in before.splitlines() if line.startswith("UID"))
    assert uid in after and "SEQUENCE:0" in before and "SEQUENCE:1" in after
    relay.run(REACTIONS)
    assert Letter.objects.filter(heading__contains="面接の日時が変わりました").count() == 2


@pytest.mark.parametrize("side", ["applicant", "facility"])
def test_either_side_calls_it_off_and_only_the_applicants_slot_is_free_again(
    client: Client, application: Application, page: str, sato: User, side: str
) -> None:
    slot = offered(application, sato, 10)[0]
    take(application, slot.pk, by=applicant_of(application))
    browser: Any = client if side == "applicant" else signed_in(sato)
    browser.post((page if side == "applicant" else console(application)) + "interview/cancel/")
    file = client.get(f"{page}interview.ics").content.decode()
    assert "METHOD:CANCEL" in file and "STATUS:CANCELLED" in file and "SEQUENCE:1" in file
    assert [*Slot.objects.free()] == ([slot] if side == "applicant" else [])
    relay.run(REACTIONS)
    assert Letter.objects.filter(heading__contains="取りやめになりました").count() == 2


def test_a_second_interview_follows_the_first(application: Application, sato: User) -> None:
    first = offered(application, sato, 10)[0]
    take(application, first.pk, by=applicant_of(application))
    Slot.objects.filter(pk=first.pk).update(starts_at=timezone.now() - timedelta(days=1))
    second = offered(application, sato, 14, number=2)[0]
    take(application, second.pk, by=applicant_of(application))
    assert [one.status for one in Interview.objects.order_by("pk")] == ["held", "agreed"]


def test_another_hospital_reaches_nothing_of_it(application: Application, sato: User, suzuki: User) -> None:
    take(application, offered(application, sato, 10)[0].pk, by=applicant_of(application))
    stranger = signed_in(suzuki)
    for place in ("invite/", "interview/change/", "interview/cancel/", "interview.ics", "messages/"):
        assert stranger.get(console(application) + place).status_code == 404


def test_after_the_offer_nobody_is_asked_to_choose_a_time(
    client: Client, application: Application, page: str, sato: User
) -> None:
    slot = offered(application, sato, 10)[0]
    answering.offer(application, by=sato, text="内定です。")
    shown = client.get(page).content.decode()
    assert "この日時を選ぶ" not in shown and "どれも都合が合わない" not in shown
    assert "候補を取り下げる" not in signed_in(sato).get(console(application)).content.decode()
    with pytest.raises(SlotGone):
        take(application, slot.pk, by=applicant_of(application))


def test_a_letter_of_a_cancelled_interview_invites_nobody_to_it(application: Application, sato: User) -> None:
    slot = offered(application, sato, 10)[0]
    take(application, slot.pk, by=applicant_of(application)).cancel(by=applicant_of(application))
    relay.run(REACTIONS)
    letters = Letter.objects.filter(heading__contains="面接が取りやめになりました")
    assert letters.filter(body__contains="応募は続いています").count() == 1
    assert letters.count() == 2
    for letter in letters:
        assert "カレンダーから消すファイル" in letter.body and "入れるファイル" not in letter.body
