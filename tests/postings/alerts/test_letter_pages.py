"""Every letter and its fate, for office and ministry."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from facilities.models import DeskAddress, Facility
from keynet.accounts.models import User
from keynet.outbox.letters import LETTER_KINDS, LetterKind
from keynet.outbox.models import Letter
from postings.alerts.models import Recruiter
from postings.models import Posting
from tests.alerts import react
from tests.builders import make_published
from tests.cast import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def posting(
    sakura: Facility, sato: User, okada: User, health_department: DeskAddress, recruiter: Recruiter
) -> Posting:
    """A published posting of which a prefecture and a recruiter are told."""
    published = make_published(sakura, sato, okada)
    react()
    return published


def test_the_office_sees_addresses_and_the_ministry_organisations(
    posting: Posting, okada: User, mori: User
) -> None:
    office = signed_in(okada).get("/office/letters/").content.decode()
    ministry = signed_in(mori).get("/ministry/letters/").content.decode()
    assert "jinzai@recruiter.example" in office
    assert f"/office/postings/{posting.number}/" in office or posting.number in office
    assert "見本人材紹介" in ministry
    assert "@" not in ministry.replace("@media", "")
    assert posting.number in ministry


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("kind=alerts.new_for_prefecture", 1),
        ("kind=alerts.new_for_recruiter", 1),
        ("status=pending&kind=alerts.new_for_prefecture", 1),
        ("status=failed", 0),
        ("number={number}&kind=alerts.new_for_prefecture", 1),
        ("number=KN-0000-999999", 0),
        ("day={day}&kind=alerts.new_for_prefecture", 1),
        ("day=2020-01-01", 0),
        ("day=令和2年1月1日", 0),
    ],
)
def test_letters_are_found_by_kind_fate_posting_and_day(
    posting: Posting, okada: User, query: str, count: int
) -> None:
    query = query.format(number=posting.number, day=timezone.localdate())
    page = signed_in(okada).get(f"/office/letters/?{query}")
    assert len(page.context["rows"]) == count
    assert "例：2026年12月1日" in page.content.decode() and 'type="date"' not in page.content.decode()


def test_a_person_of_the_office_decides_about_a_letter_that_may_have_arrived(
    posting: Posting, okada: User, mori: User
) -> None:
    letter = Letter.objects.get(kind="alerts.new_for_recruiter")
    letter.settle(Letter.Status.UNKNOWN, "SMTPServerDisconnected")
    assert "もう一度送る" not in signed_in(mori).get("/ministry/letters/").content.decode()
    assert signed_in(mori).post(f"/ministry/letters/{letter.pk}/again/").status_code == 404
    office = signed_in(okada)
    assert "もう一度送る" in office.get("/office/letters/").content.decode()
    assert office.get(f"/office/letters/{letter.pk}/again/").status_code == 405
    assert office.post(f"/office/letters/{letter.pk}/again/").status_code == 302
    letter.refresh_from_db()
    assert letter.status == "pending"
    assert office.post(f"/office/letters/{letter.pk}/again/").status_code == 409


def test_of_people_looking_for_work_staff_see_only_that_a_letter_left(okada: User, monkeypatch: Any) -> None:
    monkeypatch.setitem(LETTER_KINDS, "test.private", None)
    LetterKind("test.private", "結果のお知らせ", "応募した方", dict, private=True)
    Letter.objects.create(
        kind="test.private",
        subject="application:1",
        recipient="nakamura@seeker.example",
        recipient_name="中村 優子",
        heading="x",
        status="failed",
        last_error="550 nakamura@seeker.example unknown",
    )
    page = signed_in(okada).get("/office/letters/").content.decode()
    assert "結果のお知らせ" in page
    assert "nakamura" not in page
    assert "中村" not in page
    assert "550" in page
    Letter.objects.all().delete()


def test_the_list_costs_the_same_for_many(
    posting: Posting, okada: User, django_assert_max_num_queries: Any
) -> None:
    Letter.objects.bulk_create(
        Letter(
            kind="alerts.closed", subject=f"posting:{posting.pk}", recipient=f"x{n}@example.jp", heading="x"
        )
        for n in range(60)
    )
    office = signed_in(okada)
    with django_assert_max_num_queries(12):
        assert office.get("/office/letters/?page=2").status_code == 200


def test_every_kind_is_shown_with_its_text(okada: User, mori: User) -> None:
    for browser, audience in ((signed_in(okada), "office"), (signed_in(mori), "ministry")):
        page = browser.get(f"/{audience}/letters/kinds/").content.decode()
        for kind in LETTER_KINDS.values():
            assert kind.title in page
        assert "企業の社会貢献" in page


@pytest.mark.parametrize("path", ["office/letters/", "ministry/letters/", "office/letters/kinds/"])
def test_strangers_see_no_letters(sato: User, yoshida: User, client: Client, path: str) -> None:
    assert client.get(f"/{path}").status_code == 302
    for person in (sato, yoshida):
        assert signed_in(person).get(f"/{path}").status_code == 404
