"""The blocks of a posting's form at its facility."""

import pytest

from facilities.models import Facility
from keynet.accounts.models import User
from postings.check import review
from postings.wages import load_shipped
from tests.builders import make_draft, make_published
from tests.cast import signed_in
from tests.postings.upkeep.test_revising import typed
from tests.postings.views.pages import path, text
from tests.postings.waiting import make_waiting

pytestmark = pytest.mark.django_db


def test_the_reasons_of_a_return_stand_at_their_fields(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_waiting(sakura, sato)
    review.send_back(
        posting, by=okada, reasons={"wage_min": "最低賃金を下回っています。"}, note="お願いします。"
    )
    client = signed_in(sato)
    assert "お願いします。" in text(client, path(posting))
    assert "最低賃金を下回っています。" in text(client, path(posting, "edit/pay/"))
    assert "最低賃金を下回っています。" not in text(client, path(posting, "edit/work/"))


def test_a_draft_is_saved_block_by_block(sakura: Facility, sato: User) -> None:
    posting = make_draft(sakura)
    data = typed(posting, "pay", wage_min="2500", action="whole")
    response = signed_in(sato).post(path(posting, "edit/pay/"), data, follow=True)
    posting.refresh_from_db()
    assert posting.wage_min == 2500
    assert response.redirect_chain[-1][0].endswith("/edit/intake/")
    assert "「給与・保険」を保存しました" in response.content.decode()


def test_what_was_typed_comes_back_with_what_to_correct(sakura: Facility, sato: User) -> None:
    posting = make_draft(sakura)
    data = typed(posting, "pay", wage_min="たくさん", action="whole")
    page = signed_in(sato).post(path(posting, "edit/pay/"), data).content.decode()
    assert "エラー：給与・保険" in page
    assert "たくさん" in page


def test_a_public_posting_that_falls_below_the_minimum_wage_asks_before_it_changes(
    sakura: Facility, sato: User, okada: User
) -> None:
    load_shipped()
    posting = make_published(sakura, sato, okada)
    client = signed_in(sato)
    low = client.post(path(posting, "edit/pay/"), typed(posting, "pay", wage_min="900")).content.decode()
    assert "変更のあとの内容を、もう一度確かめてください" in low and "最低賃金" in low
    high = client.post(path(posting, "edit/pay/"), typed(posting, "pay", wage_min="2400")).content.decode()
    assert "変更の確認" in high and "もう一度確かめてください" not in high


def test_a_public_posting_changes_after_a_look_at_the_difference(
    sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_published(sakura, sato, okada)
    client = signed_in(sato)
    data = typed(posting, "pay", wage_min="2400", action="whole")
    page = client.post(path(posting, "edit/pay/"), data).content.decode()
    assert "変更の確認" in page and "2,400円" in page
    posting.refresh_from_db()
    assert posting.wage_min == 2300
    back = client.post(path(posting, "edit/pay/"), {**data, "action": "back"}).content.decode()
    assert 'value="2400"' in back
    client.post(path(posting, "edit/pay/"), {**data, "action": "store"})
    posting.refresh_from_db()
    assert (posting.wage_min, posting.version) == (2400, 2)


def test_the_address_is_filled_in_from_the_postal_code(sakura: Facility, sato: User) -> None:
    posting = make_draft(sakura, work_prefecture="", work_city="", work_address="")
    data = typed(posting, "work", work_postal_code="105-0011", action="fill_address")
    data |= {"work_prefecture": "", "work_city": "", "work_address": ""}
    page = signed_in(sato).post(path(posting, "edit/work/"), data).content.decode()
    assert "芝公園" in page
    posting.refresh_from_db()
    assert posting.work_city == ""


def test_what_only_asks_stands_at_its_question_once_the_block_is_saved(sakura: Facility, sato: User) -> None:
    load_shipped()
    posting = make_draft(sakura, wage_min=500, wage_max=None)
    client = signed_in(sato)
    assert "最低賃金" not in text(client, path(posting, "edit/pay/"))
    client.post(path(posting, "edit/pay/"), typed(posting, "pay", action="whole"))
    assert "最低賃金" in text(client, path(posting, "edit/pay/"))
    assert "最低賃金" not in text(client, path(posting, "edit/work/"))


def test_days_are_added_by_a_button_that_stores_nothing(sakura: Facility, sato: User) -> None:
    posting = make_draft(sakura)
    whole = {
        "from": "2026年12月7日",
        "to": "2026年12月8日",
        "starts": "9:00",
        "ends": "12:00",
        "headcount": "1",
    }
    bulk = {f"range_{name}": value for name, value in whole.items()}
    data = typed(posting, "conditions", action="add_days", hours_note="相談できます", **bulk)
    page = signed_in(sato).post(path(posting, "edit/conditions/"), data).content.decode()
    assert "2日を入れました" in page and "2026年12月8日（火）" in page and 'value="相談できます"' in page
    posting.refresh_from_db()
    assert (posting.spot_dates, posting.hours_note) == ([], "")
