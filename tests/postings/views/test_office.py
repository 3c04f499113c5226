"""The operations office's pages: its queue, all postings, the check."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from facilities.models import Facility
from keynet.accounts.models import User
from postings.check import review
from postings.models import Posting
from tests.builders import make_draft, make_facility, make_published
from tests.cast import signed_in
from tests.postings.waiting import make_waiting, make_waiting_registration

pytestmark = pytest.mark.django_db


def test_the_queue_says_when_nothing_waits(okada: User) -> None:
    assert "確認待ちはありません" in signed_in(okada).get("/office/").content.decode()


def test_the_queue_shows_what_waits_with_its_deadline(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_waiting(sakura, sato)
    late = make_waiting_registration()
    Posting.objects.filter(pk=late.pk).update(due_on=timezone.localdate() - timedelta(days=7))
    page = signed_in(okada).get("/office/").content.decode()
    assert posting.number in page
    assert late.registration.number in page
    assert "営業日超過" in page
    assert page.index(late.number) < page.index(posting.number)
    assert "新規の申請" in page and "追加の募集" in page


@pytest.mark.parametrize(
    ("query", "shows_new", "shows_more"),
    [
        ("kind=new", True, False),
        ("kind=more", False, True),
        ("prefecture=13", False, True),
        ("occupation=doctor", True, False),
        ("due=overdue", True, False),
    ],
)
def test_the_queue_is_narrowed(
    sakura: Facility, sato: User, okada: User, query: str, shows_new: bool, shows_more: bool
) -> None:
    new = make_waiting_registration(occupation="doctor", departments=["internal"], licence="医師免許")
    Posting.objects.filter(pk=new.pk).update(due_on=timezone.localdate() - timedelta(days=7))
    more = make_waiting(sakura, sato, work_prefecture="13")
    page = signed_in(okada).get(f"/office/?{query}").content.decode()
    assert (f"/{new.number}/" in page, f"/{more.number}/" in page) == (shows_new, shows_more)


def test_a_condition_that_makes_no_sense_is_named(okada: User, sakura: Facility, sato: User) -> None:
    make_waiting(sakura, sato)
    response = signed_in(okada).get("/office/?prefecture=99")
    assert "都道府県を選び直してください" in response.content.decode()


@pytest.mark.parametrize("path", ["/office/", "/office/postings/"])
def test_the_lists_ask_the_database_as_often_for_fifty_rows_as_for_one(
    sakura: Facility, sato: User, okada: User, django_assert_max_num_queries, path: str
) -> None:
    make_waiting(sakura, sato)
    client = signed_in(okada)
    with django_assert_max_num_queries(14) as one:
        client.get(path)
    for _ in range(49):
        make_waiting(sakura, sato)
    with django_assert_max_num_queries(len(one)):
        assert client.get(path).content.decode().count("KN-") >= 50


@pytest.mark.parametrize("person", ["sato", "mori", "yoshida", "noda"])
def test_everybody_else_gets_404(
    person: str, request: pytest.FixtureRequest, sakura: Facility, okada: User
) -> None:
    posting = make_waiting(sakura, request.getfixturevalue("sato"))
    client = signed_in(request.getfixturevalue(person))
    for path in ("/office/", "/office/postings/", f"/office/postings/{posting.number}/"):
        assert client.get(path).status_code == 404


def test_a_guest_is_asked_to_log_in(db: None) -> None:
    assert Client().get("/office/").status_code == 302


def test_the_list_finds_a_posting_by_number_name_and_state(sakura: Facility, sato: User, okada: User) -> None:
    waiting, published = make_waiting(sakura, sato), make_published(sakura, sato, okada)
    client = signed_in(okada)
    by_number = client.get("/office/postings/", {"words": waiting.number}).content.decode()
    assert waiting.number in by_number and published.number not in by_number
    assert "この条件の募集はありません" in client.get("/office/postings/?words=みどり").content.decode()
    by_state = client.get("/office/postings/?status=published").content.decode()
    assert published.number in by_state and waiting.number not in by_state


def test_drafts_stay_with_their_facility(sakura: Facility, okada: User) -> None:
    draft = make_draft(sakura)
    client = signed_in(okada)
    assert draft.number not in client.get("/office/postings/").content.decode()
    assert client.get(f"/office/postings/{draft.number}/").status_code == 404
    assert client.get("/office/postings/KN-2611-99999999999/").status_code == 404
    assert client.get("/office/postings/whatever/").status_code == 404


def test_the_check_page_shows_terms_findings_and_history(okada: User) -> None:
    posting = make_waiting_registration(wage_min=500, wage_max=None, title="女性歓迎の看護師")
    page = signed_in(okada).get(f"/office/postings/{posting.number}/").content.decode()
    for words in (
        "最低賃金",
        "性別を限る言葉",
        "法律で決まった項目",
        "青葉 明",
        "提出しました",
        "確認済みにする",
    ):
        assert words in page


def test_the_check_page_shows_what_changed_since_the_return(
    sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_waiting(sakura, sato, wage_min=1000)
    review.send_back(posting, by=okada, reasons={"wage_min": "金額を直してください。"})
    posting.wage_min = 2300
    posting.save()
    posting.submit(by=sato)
    page = signed_in(okada).get(f"/office/postings/{posting.number}/").content.decode()
    assert "前回の提出から変わったところ" in page
    assert "1,000円" in page and "金額を直してください。" in page


def test_a_known_institution_code_asks_whose_posting_it_is(okada: User) -> None:
    make_facility(name="あおば病院（既存）", institution_code="1234567")
    posting = make_waiting_registration()
    page = signed_in(okada).get(f"/office/postings/{posting.number}/").content.decode()
    assert "既存の施設に結びつける" in page
