"""A facility's own pages: home, list, one posting, preview and profile."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from facilities.models import Facility
from keynet.accounts.models import User
from postings.check import review
from tests.builders import make_draft, make_published
from tests.cast import signed_in
from tests.postings.views.pages import home, path, text
from tests.postings.waiting import make_waiting

pytestmark = pytest.mark.django_db


def test_the_home_of_a_new_facility_says_how_to_begin(sakura: Facility, sato: User) -> None:
    page = text(signed_in(sato), home(sakura))
    assert "まだ募集はありません" in page
    assert "全6段階のうち4段階目です" in page


def test_the_home_says_what_to_do_today(sakura: Facility, sato: User, okada: User) -> None:
    returned, checked = make_waiting(sakura, sato, title="差戻しの募集"), make_waiting(sakura, sato)
    review.send_back(returned, by=okada, reasons={"title": "短くしてください。"})
    review.confirm(checked, by=okada)
    page = text(signed_in(sato), home(sakura))
    assert "「差戻しの募集」が差し戻されました" in page
    assert "公開に進む" in page


def test_the_list_shows_states_and_is_narrowed(sakura: Facility, sato: User, okada: User) -> None:
    draft, live = make_draft(sakura, title="下書きの募集"), make_published(sakura, sato, okada)
    client = signed_in(sato)
    assert "下書きの募集" in text(client, f"{home(sakura)}postings/")
    page = text(client, f"{home(sakura)}postings/?status=published")
    assert live.number in page and draft.number not in page
    assert "この状態の募集はありません" in text(client, f"{home(sakura)}postings/?status=closed")
    assert draft.number in text(client, f"{home(sakura)}postings/?status=nonsense")


@pytest.mark.parametrize("rest", ["", "postings/"])
def test_the_lists_ask_the_database_as_often_for_fifty_rows_as_for_one(
    sakura: Facility, sato: User, django_assert_max_num_queries, rest: str
) -> None:
    make_draft(sakura)
    client = signed_in(sato)
    with django_assert_max_num_queries(21) as one:
        client.get(home(sakura) + rest)
    for _ in range(49):
        make_draft(sakura)
    with django_assert_max_num_queries(len(one)):
        client.get(home(sakura) + rest)


def test_the_preview_says_that_nothing_is_public_yet(sakura: Facility, sato: User) -> None:
    page = text(signed_in(sato), path(make_draft(sakura, wage_min=None), "preview/"))
    assert "まだ公開されていません" in page
    assert "未入力" in page


def test_the_profile_shows_facts_and_people(sakura: Facility, sato: User) -> None:
    page = text(signed_in(sato), f"{home(sakura)}profile/")
    assert "佐藤 花子" in page and "横浜市中区" in page


PAGES = ("", "preview/", "confirm/", "edit/work/", "publish/")


@pytest.mark.parametrize("rest", PAGES)
def test_another_facility_reads_nothing(sakura: Facility, midori: Facility, suzuki: User, rest: str) -> None:
    posting = make_draft(sakura)
    client = signed_in(suzuki)
    assert client.get(path(posting, rest)).status_code == 404
    assert client.get(f"{home(midori)}postings/{posting.number}/{rest}").status_code == 404


def test_a_guest_is_asked_to_log_in(sakura: Facility) -> None:
    assert "/account/login/" in Client().get(home(sakura))["Location"]


def test_a_posting_near_its_end_is_something_to_do(sakura: Facility, sato: User, okada: User) -> None:
    make_published(sakura, sato, okada, publish_to=timezone.localdate() + timedelta(days=3))
    assert "公開終了予定日が近づいています" in text(signed_in(sato), home(sakura))
