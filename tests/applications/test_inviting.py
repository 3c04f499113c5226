"""Inviting to an interview: the one way, more than once, and what becomes of the round before."""

import pytest
from django.test import Client

from applications import answering, links
from applications.meeting.offering import CannotOffer, Place, offer_slots, withdraw_slot
from applications.meeting.taking import take
from applications.models import Application, Interview, Message, Slot
from keynet.accounts.models import User
from keynet.outbox import relay
from keynet.outbox.models import Letter
from keynet.reactions import REACTIONS
from postings.models import Posting
from tests.applications.filling import INVITATION, half_an_hour_passes
from tests.applications.test_facility_inbox import text, url
from tests.applications.test_meeting import ROOM, offered, tomorrow
from tests.builders import applicant_of, make_application
from tests.cast import signed_in

pytestmark = pytest.mark.django_db


def told(kind: str) -> list[str]:
    relay.run(REACTIONS)
    return sorted(Letter.objects.filter(kind=f"applications.{kind}").values_list("recipient", flat=True))


def test_there_is_one_way_to_invite(application: Application, sato: User) -> None:
    page = text(signed_in(sato).get(url("application", application)))
    assert page.count("面接を案内する") == 1 and "候補を案内する" not in page
    form = text(signed_in(sato).get(url("invite", application)))
    assert "面接の候補の日時" in form and "オンラインのURL" in form


def test_words_are_optional_and_the_address_of_a_talk_is_for_who_takes_it(
    client: Client, application: Application, page: str, sato: User
) -> None:
    online = {**INVITATION, "text": "", "place": "", "online_url": "https://meet.example/room"}
    signed_in(sato).post(url("invite", application), {**online, "step": "send"})
    letter = Letter.objects.get(kind="applications.invited").body
    assert "10:00から30分" in letter and "meet.example" not in letter + text(client.get(page))
    client.post(f"{page}take/", {"slot": Slot.objects.get().pk})
    assert "meet.example" in text(client.get(page))


def test_an_invitation_pressed_twice_leaves_once(application: Application, sato: User) -> None:
    client = signed_in(sato)
    assert client.post(url("invite", application), {**INVITATION, "step": "send"}).status_code == 302
    assert client.post(url("invite", application), {**INVITATION, "step": "send"}).status_code == 409
    assert Letter.objects.filter(kind="applications.invited").count() == Message.objects.count() == 1


def test_a_new_round_replaces_the_one_before(
    client: Client, application: Application, page: str, sato: User
) -> None:
    first, second = offered(application, sato, 10, 14)
    take(application, first.pk, by=applicant_of(application))
    form = text(signed_in(sato).get(url("invite", application)))
    assert "決まっている面接は取りやめになります" in form and 'name="number" value="2"' in form
    third = offered(application, sato, 16, number=2)[0]
    assert [*Slot.objects.free().offered_to(application)] == [third]
    assert Interview.objects.get().status == "cancelled" and not Slot.objects.free().filter(pk=first.pk)
    assert "新しい案内です" in Letter.objects.filter(kind="applications.invited").latest("created_at").body
    shown = text(client.get(page))
    assert "16:00" in shown and f'value="{second.pk}"' not in shown
    assert application.email in told("interview_for_applicant")


def test_a_time_offered_to_others_keeps_its_length(posting: Posting, sato: User) -> None:
    one, other = make_application(posting), make_application(posting, email="other@seeker.example")
    offered(one, sato, 10)
    with pytest.raises(CannotOffer, match="30分、持ち物など：筆記用具"):
        offer_slots(other, [tomorrow(10)], Place(60, ROOM.place), by=sato, text="", number=1)
    offer_slots(one, [tomorrow(10)], Place(60, ROOM.place), by=sato, text="", number=2)
    assert Slot.objects.get().minutes == 60


def test_whoever_could_take_a_withdrawn_time_is_told(posting: Posting, sato: User) -> None:
    rows = [make_application(posting, email=f"{name}@seeker.example") for name in ("a", "b", "met", "left")]
    for row in rows:
        first, second = offered(row, sato, 10, 14)
    take(rows[2], second.pk, by=applicant_of(rows[2]))
    client = Client()
    client.post(f"/applications/{links.issue(rows[3])}/withdraw/")
    half_an_hour_passes()
    page = text(signed_in(sato).get(url("application", rows[0])))
    assert "ほかの2名にも案内しています" in page, "who has left is offered nothing any more"
    withdraw_slot(first, by=sato)
    assert told("slot_withdrawn") == ["a@seeker.example", "b@seeker.example"]
    letter = Letter.objects.get(kind="applications.slot_withdrawn", recipient="a@seeker.example")
    assert "ほかに選べる候補はありません" in letter.body and "会議室" not in letter.body


def test_the_interview_of_somebody_refused_is_off(
    client: Client, application: Application, page: str, sato: User
) -> None:
    take(application, offered(application, sato, 10)[0].pk, by=applicant_of(application))
    answering.not_select(application, by=sato, text="見送ります。")
    assert application.email in told("interview_for_applicant")
    assert Interview.objects.get().status == "cancelled" and "面接を取りやめる" not in text(client.get(page))


def test_when_no_time_is_left_the_applicant_asks_for_others(posting: Posting, sato: User) -> None:
    one, other = make_application(posting), make_application(posting, email="other@seeker.example")
    slot = offered(one, sato, 10)[0]
    offered(other, sato, 10)
    take(other, slot.pk, by=applicant_of(other))
    client, page = Client(), f"/applications/{links.issue(one)}/"
    shown = text(client.get(page))
    assert "選べる候補がなくなりました" in shown and "ほかの日時の案内を頼む" in shown
    assert "面接の日時が決まっていません" in text(signed_in(sato).get(url("application", one)))
    client.post(f"{page}none-fits/")
    assert told("applicant_replied") and "ほかの日時の案内を頼む" not in text(client.get(page))
