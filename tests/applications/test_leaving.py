"""Withdrawing with half an hour to think again, the request to be forgotten, and the person's other applications."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from applications import answering, erasing, leaving
from applications.masking import mask_ended
from applications.models import Application, Inquiry, Interview
from applications.others import fills_up
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.invariants import check
from keynet.outbox import relay
from keynet.outbox.models import Letter
from keynet.reactions import REACTIONS
from postings.models import Posting
from tests.applications.ending import asked, hired
from tests.applications.filling import answers, applied, apply_url, code_of, half_an_hour_passes
from tests.applications.test_meeting import offered
from tests.builders import applicant_of, make_application, make_facility, make_published
from tests.cast import signed_in

pytestmark = pytest.mark.django_db
DAY = timezone.localdate() + timedelta(days=20)


def text(response: Any) -> str:
    return response.content.decode()


def spot(facility: Facility, by: User, officer: User, *days: int, starts: str = "09:00") -> Posting:
    dates = [
        {"on": f"{DAY + timedelta(days=day)}", "starts": starts, "ends": "17:00", "headcount": 1}
        for day in days
    ]
    return make_published(facility, by, officer, employment_type="spot", spot_dates=dates)


def hours(facility: Facility, by: User, officer: User, on: date, *times: tuple[str, str]) -> Posting:
    dates = [{"on": f"{on}", "starts": starts, "ends": ends, "headcount": 1} for starts, ends in times]
    return make_published(facility, by, officer, employment_type="spot", spot_dates=dates)


def test_a_withdrawal_is_undone_and_the_facility_never_knew(
    client: Client, application: Application, page: str, sato: User
) -> None:
    client.post(f"{page}withdraw/")
    shown = text(client.get(page))
    assert "辞退を取り消す" in shown and "施設が応募の内容を確認しています" not in shown
    console = f"/facility/{application.posting.facility.public_id}/applications/{application.public_id}/"
    relay.run(REACTIONS)
    assert not Letter.objects.filter(kind="applications.applicant_replied").exists()
    client.post(f"{page}stay/")
    leaving.let_go()
    shown = text(signed_in(sato).get(console))
    assert "辞退" not in shown.replace("辞退の連絡", "") and Application.objects.get().status == "submitted"
    assert client.post(f"{page}stay/").status_code == 409


def test_after_half_an_hour_the_facility_is_told_and_the_interview_is_off(
    client: Client, application: Application, page: str, sato: User
) -> None:
    slot = offered(application, sato, 10)[0]
    client.post(f"{page}take/", {"slot": slot.pk})
    client.post(f"{page}withdraw/")
    assert leaving.let_go() == 0
    half_an_hour_passes()
    relay.run(REACTIONS)
    assert Application.objects.get().status == "withdrawn" and Interview.objects.get().status == "cancelled"
    assert "辞退の連絡" in Letter.objects.get(kind="applications.applicant_replied").body
    assert not Letter.objects.filter(
        heading__contains="取りやめ", body__contains="応募は続いています"
    ).exists()
    assert not check()


def test_nobody_is_hired_who_is_about_to_leave_and_a_refusal_ends_it(
    client: Client, application: Application, page: str, sato: User
) -> None:
    answering.invite(application, by=sato, text="面接です。")
    answering.offer(application, by=sato, text="内定です。")
    client.post(f"{page}accept/")
    client.post(f"{page}decline/")
    console = f"/facility/{application.posting.facility.public_id}/applications/{application.public_id}/"
    assert signed_in(sato).post(f"{console}hire/").status_code == 409
    answering.not_select(application, by=sato, text="見送りです。")
    half_an_hour_passes()
    assert Application.objects.get().status == "not_selected"


def test_an_open_application_is_withdrawn_before_it_is_forgotten(
    client: Client, application: Application, page: str
) -> None:
    assert "先に辞退になります" in text(client.get(f"{page}erase/"))
    client.post(f"{page}erase/")
    assert mask_ended() == 0, "there is still time to think again"
    client.post(f"{page}stay/")
    assert Application.objects.get().erasure_asked_at is None
    client.post(f"{page}erase/")
    half_an_hour_passes()
    assert mask_ended() == 1
    assert client.get(page).status_code == 410
    assert Application.objects.get().status == "withdrawn" and not check()


def test_a_question_is_forgotten_on_request(client: Client, posting: Posting) -> None:
    _inquiry, page = asked(posting)
    assert "志望動機" not in text(client.get(f"{page}erase/"))
    client.post(f"{page}erase/")
    assert "削除を受け付けています" in text(client.get(page))
    assert mask_ended() == 1 and Inquiry.objects.get().email == ""


def test_who_is_hired_asks_the_office_instead(client: Client, posting: Posting, sato: User) -> None:
    application, page = hired(posting, sato)
    assert "個人情報の削除を頼む" not in text(client.get(page))
    assert client.post(f"{page}erase/").status_code == 409
    assert not erasing.may_ask(application)


def test_on_hire_the_person_is_asked_about_the_others(
    client: Client, posting: Posting, midori: Facility, suzuki: User, sato: User, okada: User
) -> None:
    other, _ = applied(make_published(midori, suzuki, okada))
    third, _ = applied(make_published(midori, suzuki, okada))
    stranger = make_application(posting, email="stranger@seeker.example")
    _application, page = hired(posting, sato)
    relay.run(REACTIONS)
    letter = Letter.objects.get(kind="applications.others_open")
    assert "2件" in letter.body and "others/" in letter.body
    shown = text(client.get(f"{page}others/"))
    assert other.number in shown and third.number in shown and stranger.number not in shown
    client.post(f"{page}others/leave/", {"number": [other.number, stranger.number]})
    client.post(f"{page}others/leave/", {"number": [third.number]})
    client.post(f"{page}others/stay/", {"number": third.number})
    half_an_hour_passes()
    statuses = {row.pk: row.status for row in Application.objects.all()}
    assert (statuses[other.pk], statuses[third.pk], statuses[stranger.pk]) == (
        "withdrawn",
        "submitted",
        "submitted",
    )


@pytest.mark.parametrize("place", ["same", "branch", "sister", "other"])
def test_work_at_the_same_hours_of_one_organisation_is_not_passed_on(
    client: Client, sakura: Facility, sato: User, okada: User, place: str
) -> None:
    mine = make_facility(name="第一接種会場", parent=sakura) if place == "sister" else sakura
    theirs = sakura if place == "same" else make_facility(name="第二接種会場")
    if place in ("branch", "sister"):
        Facility.objects.filter(pk=theirs.pk).update(parent=sakura)
    for facility in {mine, theirs} - {sakura}:
        facility.memberships.create(user=sato, role="admin")
    first, _ = applied(spot(mine, sato, okada, 0, 1))
    second = spot(Facility.objects.get(pk=theirs.pk), sato, okada, 1, starts="13:00")
    page = client.post(apply_url(second), answers(second))["Location"]
    answer = client.post(
        f"{page}prove/",
        {"code": code_of(Application.objects.latest("pk")), "version": second.version},
        follow=True,
    )
    assert first.number in text(answer), "told about it in either case"
    if place == "other":
        assert "勤務日が重なる応募があります" in text(answer) and Application.objects.count() == 2
    else:
        assert answer.status_code == 409 and "すべて重なっています" in text(answer)
        ahead = text(answer).partition('href="/applications/')[2].partition('"')[0]
        assert first.number in text(client.get(f"/applications/{ahead}"))
        assert Application.objects.count() == 1


def test_days_are_compared_by_their_hours_and_over_all_applications(
    sakura: Facility, sato: User, okada: User
) -> None:
    def fills(posting: Posting) -> bool:
        return fills_up(posting, "nakamura@seeker.example") is not None

    night, day = [("17:00", "33:30")], [("09:00", "12:00"), ("13:00", "17:00")]
    applied(hours(sakura, sato, okada, DAY, *night))
    next_day = hours(sakura, sato, okada, DAY + timedelta(days=1), ("08:30", "12:00"))
    assert fills(next_day), "the night ends at half past nine"
    two_shifts = hours(sakura, sato, okada, DAY + timedelta(days=3), *day)
    applied(hours(sakura, sato, okada, DAY + timedelta(days=3), day[0]))
    assert not fills(two_shifts), "the afternoon is free"
    applied(hours(sakura, sato, okada, DAY + timedelta(days=3), day[1]))
    assert fills(two_shifts)


def test_a_day_that_is_left_free_or_another_hospital_is_a_warning_only(
    client: Client, sakura: Facility, midori: Facility, sato: User, suzuki: User, okada: User
) -> None:
    first, page = applied(spot(sakura, sato, okada, 0))
    partly, _ = applied(spot(sakura, sato, okada, 0, 5))
    elsewhere, _ = applied(spot(midori, suzuki, okada, 0))
    shown = text(client.get(page))
    assert "勤務日が重なる応募があります" in shown and partly.number in shown and elsewhere.number in shown
    console = f"/facility/{sakura.public_id}/applications/{first.public_id}/"
    assert elsewhere.number not in text(signed_in(sato).get(console)), "facilities never see each other's"


def test_the_usual_time_of_an_answer_is_told_from_five_on(
    client: Client, posting: Posting, page: str, sato: User
) -> None:
    for number in range(5):
        assert "まだわかりません" in text(client.get(page))
        row = make_application(posting, email=f"{number}@seeker.example")
        answering.not_select(row, by=sato, text="見送りです。")
    assert "この施設は、ふだんその日のうちに答えています" in text(client.get(page))


def test_leaving_twice_and_by_strangers_changes_nothing(application: Application, sato: User) -> None:
    leaving.leave(application, by=applicant_of(application))
    first = Application.objects.get().leaves_at
    leaving.leave(application, by=applicant_of(application))
    assert Application.objects.get().leaves_at == first
