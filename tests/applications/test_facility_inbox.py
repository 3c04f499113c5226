"""A facility and its applicants: list, page, answers that go out as mail."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from applications import answering, links
from applications.hiring import hire
from applications.models import Application, Hire, Message
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox import relay
from keynet.outbox.models import Letter
from keynet.reactions import REACTIONS
from postings.models import Posting
from tests.applications.filling import INVITATION
from tests.applications.test_applying import revise
from tests.builders import days_from_now, make_application
from tests.cast import signed_in

pytestmark = pytest.mark.django_db


def url(name: str, application: Application) -> str:
    return reverse(f"inbox:{name}", args=[application.posting.facility.public_id, application.public_id])


def text(response: Any) -> str:
    return response.content.decode()


def day(name: str, offset: int = 0) -> dict[str, str]:
    on = days_from_now(offset)
    return {f"{name}_y": str(on.year), f"{name}_m": str(on.month), f"{name}_d": str(on.day)}


def test_the_list_shows_number_and_licence_but_no_contact(application: Application, sato: User) -> None:
    page = text(
        signed_in(sato).get(reverse("inbox:applications", args=[application.posting.facility.public_id]))
    )
    assert application.number in page and "看護師" in page and "新着" in page
    for secret in ("中村", application.email, application.phone, "090-1234-5678"):
        assert secret not in page


def test_who_waits_longer_than_three_business_days_is_marked(application: Application, sato: User) -> None:
    Application.objects.update(moved_at=timezone.now() - timedelta(days=9))
    page = text(
        signed_in(sato).get(reverse("inbox:applications", args=[application.posting.facility.public_id]))
    )
    assert "3営業日を過ぎています" in page


@pytest.mark.parametrize(
    ("query", "found"), [("status=submitted", True), ("status=hired", False), ("page=abc", True)]
)
def test_the_list_is_narrowed_by_state(application: Application, sato: User, query: str, found: bool) -> None:
    base = reverse("inbox:applications", args=[application.posting.facility.public_id])
    assert (application.number in text(signed_in(sato).get(f"{base}?{query}"))) is found


def test_the_lists_ask_as_much_for_thirty_as_for_one(posting: Posting, sato: User) -> None:
    client = signed_in(sato)
    lists = [
        reverse(name, args=[posting.facility.public_id]) for name in ("inbox:applications", "hires:list")
    ]

    def questions() -> list[int]:
        counts = []
        for address in lists:
            with CaptureQueriesContext(connection) as asked:
                client.get(address)
            counts.append(len(asked))
        return counts

    hired(posting, sato, 0)
    one = questions()
    Posting.objects.update(headcount=99)
    for number in range(1, 20):
        hired(posting, sato, number)
    assert questions() == one and max(one) <= 19


def hired(posting: Posting, by: User, number: int) -> None:
    application = make_application(posting, email=f"hired{number}@seeker.example")
    application.step("review", by=by)
    application.offer(by=by, stated_version=None)
    hire(
        application,
        by=by,
        starts_on=days_from_now(9),
        licence_seen_on=days_from_now(0),
        licence_seen_by="事務長",
    )


def test_another_hospital_and_the_office_find_nothing(
    application: Application, suzuki: User, midori: Facility, okada: User
) -> None:
    for user in (suzuki, okada):
        for name in ("application", "invite", "hire"):
            assert signed_in(user).get(url(name, application)).status_code == 404
        for name in ("review", "direct"):
            assert signed_in(user).post(url(name, application)).status_code == 404
    elsewhere = reverse("inbox:application", args=[midori.public_id, application.public_id])
    assert signed_in(suzuki).get(elsewhere).status_code == 404
    assert Client().get(url("application", application)).status_code == 302


def test_the_page_shows_person_terms_and_history(
    application: Application, sato: User, posting: Posting
) -> None:
    revise(posting, sato, wage_min=2000)
    page = text(signed_in(sato).get(url("application", application)))
    for words in (
        "中村 優子",
        "ナカムラ",
        "090-1234-5678",
        "2,300円",
        "2,000円",
        "応募を受け付けました",
        "応募した方",
    ):
        assert words in page


def test_nothing_leaves_before_the_mail_was_read(application: Application, sato: User) -> None:
    client = signed_in(sato)
    assert "ありがとうございます" in text(client.get(url("invite", application)))
    mail = text(client.post(url("invite", application), {**INVITATION, "step": "look"}))
    assert "【Key-Net】面接のご案内" in mail and "10:00から30分" in mail and "お待ちしています。" in mail
    assert not Message.objects.exists()
    again = text(client.post(url("invite", application), {**INVITATION, "step": "edit"}))
    assert "本館2階 会議室" in again
    client.post(url("invite", application), {**INVITATION, "step": "send"})
    application.refresh_from_db()
    letter = Letter.objects.get(kind="applications.invited")
    assert application.status == "interview" and "お待ちしています。" in letter.body
    for secret in ("中村", "優子", application.phone):
        assert secret not in letter.body
    token = letter.body.partition("/applications/")[2].partition("/")[0]
    assert "本館2階 会議室" in text(Client().get(f"/applications/{token}/"))


def test_the_second_of_two_clerks_is_told(application: Application, sato: User) -> None:
    client = signed_in(sato)
    answering.not_select(application, by=sato, text="見送ります。")
    assert client.post(url("invite", application), {**INVITATION, "step": "send"}).status_code == 409
    assert client.post(url("review", application)).status_code == 409
    assert client.get(url("invite", application)).status_code == 302
    assert not Letter.objects.filter(kind="applications.invited").exists()


def test_a_get_changes_nothing(application: Application, sato: User) -> None:
    assert signed_in(sato).get(url("review", application)).status_code == 405
    assert Application.objects.get().status == "submitted"


def test_an_offer_after_a_change_needs_the_declaration(
    application: Application, sato: User, posting: Posting
) -> None:
    client = signed_in(sato)
    application.step("review", by=sato)
    revise(posting, sato, wage_min=2000)
    offer = {"text": "内定です。", "version": "2"}
    refused = text(client.post(url("offer", application), {**offer, "step": "send"}))
    assert "変わった条件を確かめて、チェックを入れてください" in refused and "2,000円" in refused
    stale = {**offer, "version": "1", "stated": "on", "step": "send"}
    assert "応募のあとに条件が変わっています" in text(client.post(url("offer", application), stale))
    client.post(url("offer", application), {**offer, "stated": "on", "step": "send"})
    application.refresh_from_db()
    assert application.status == "offered" and application.stated_version == 2
    assert "2,300円 → 2,000円" in Letter.objects.get(kind="applications.offered").body


def test_hiring_needs_a_place_and_a_seen_licence(posting: Posting, sato: User) -> None:
    client = signed_in(sato)
    people = [make_application(posting, email=f"a{number}@seeker.example") for number in range(3)]
    for one in people:
        one.step("review", by=sato)
        answering.offer(one, by=sato, text="内定です。")
    typed = {"text": "採用です。", "step": "send", **day("starts_on", 14), "licence_seen_by": "事務長"}
    typed |= {"terms_differ": "0", "referred_by": "none", "consented": "on"}
    assert "免許証の原本を確認した日" in text(client.post(url("hire", people[0]), typed))
    typed |= day("licence_seen_on")
    for one in people[:2]:
        assert client.post(url("hire", one), typed).status_code == 302
    refused = text(client.post(url("hire", people[2]), typed))
    assert "先に募集人数を増やしてください" in refused and "採用です。" in refused
    assert Hire.objects.count() == 2
    listed = text(client.get(reverse("inbox:applications", args=[posting.facility.public_id])))
    assert (
        "充足しました" in listed
        and reverse("facility:close", args=[posting.facility.public_id, posting.number]) in listed
    )
    client.post(url("cancel", people[0]), {"text": "取り消します。", "reason": "就業せず", "step": "send"})
    assert client.post(url("hire", people[2]), typed).status_code == 302
    assert Letter.objects.get(kind="applications.cancelled").body.count("就業せず") == 0


def test_the_facility_hears_of_every_reply_once(application: Application, sato: User) -> None:
    application.step("review", by=sato)
    answering.offer(application, by=sato, text="内定です。")
    application.accept(by=links.holder(application))
    relay.run(REACTIONS)
    relay.run(REACTIONS)
    letter = Letter.objects.get(kind="applications.applicant_replied")
    assert "内定を承諾する連絡" in letter.body and "中村" not in letter.body


@pytest.mark.parametrize("end", ["pause", "close"])
def test_the_undecided_hear_that_a_posting_ended(posting: Posting, sato: User, end: str) -> None:
    waiting, over = make_application(posting), make_application(posting, email="over@seeker.example")
    answering.not_select(over, by=sato, text="見送ります。")
    posting.refresh_from_db()
    posting.pause(by=sato) if end == "pause" else posting.close(by=sato, reason="withdrawn")
    relay.run(REACTIONS)
    assert Letter.objects.get(kind="applications.posting_ended").recipient == waiting.email
