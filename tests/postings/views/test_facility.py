"""A facility's own pages: home, list, one posting, the blocks and the verbs."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox.models import Event
from postings import review
from postings.models import Posting
from tests.builders import make_draft, make_published
from tests.cast import signed_in
from tests.postings.test_revising import typed
from tests.postings.waiting import make_waiting

pytestmark = pytest.mark.django_db


def home(facility: Facility) -> str:
    return f"/facility/{facility.public_id}/"


def path(posting: Posting, rest: str = "") -> str:
    return f"{home(posting.facility)}postings/{posting.number}/{rest}"


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return str(response.content.decode())


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
    with django_assert_max_num_queries(14) as one:
        client.get(home(sakura) + rest)
    for _ in range(49):
        make_draft(sakura)
    with django_assert_max_num_queries(len(one)):
        client.get(home(sakura) + rest)


def test_a_new_posting_goes_from_the_button_to_the_public(sakura: Facility, sato: User, okada: User) -> None:
    client = signed_in(sato)
    assert "/edit/work/" in client.post(f"{home(sakura)}postings/new/")["Location"]
    posting = make_draft(sakura)
    assert "この内容で提出する" in text(client, path(posting, "confirm/"))
    client.post(path(posting, "submit/"))
    review.confirm(Posting.objects.get(pk=posting.pk), by=okada)
    assert "お知らせが届く相手" in text(client, path(posting, "publish/"))
    client.post(path(posting, "publish/"))
    posting.refresh_from_db()
    assert (posting.status, posting.version) == ("published", 1)


def test_a_double_click_publishes_once(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_waiting(sakura, sato)
    review.confirm(posting, by=okada)
    client = signed_in(sato)
    answers = [client.post(path(posting, "publish/")).status_code for _ in range(2)]
    assert answers == [302, 409]
    assert Event.objects.about(posting).filter(name="posting.published").count() == 1
    assert posting.versions.count() == 1


def test_a_gap_is_named_and_nothing_is_handed_in(sakura: Facility, sato: User) -> None:
    posting = make_draft(sakura, duties="")
    response = signed_in(sato).post(path(posting, "submit/"), follow=True)
    assert "仕事の内容を入力してください" in response.content.decode()
    posting.refresh_from_db()
    assert posting.status == "draft"


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


def test_the_headcount_stays_above_the_hires(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada, headcount=3)
    Posting.objects.filter(pk=posting.pk).update(hired_count=2)
    client = signed_in(sato)
    page = client.post(path(posting, "headcount/"), {"headcount": "1"}).content.decode()
    assert "すでに2名を採用しています" in page
    client.post(path(posting, "headcount/"), {"headcount": "５"})
    posting.refresh_from_db()
    assert posting.headcount == 5


def test_a_posting_is_paused_resumed_and_closed(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada)
    client = signed_in(sato)
    for verb, status in (("pause", "paused"), ("resume", "published")):
        client.post(path(posting, f"{verb}/"))
        posting.refresh_from_db()
        assert posting.status == status
    assert "終了の理由を選んでください" in client.post(path(posting, "close/")).content.decode()
    client.post(path(posting, "close/"), {"reason": "withdrawn"})
    posting.refresh_from_db()
    assert (posting.status, posting.close_reason) == ("closed", "withdrawn")
    assert "複写して新しい募集を作る" in text(client, path(posting))


def test_a_filled_posting_is_ended_by_one_click(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada, headcount=2)
    Posting.objects.filter(pk=posting.pk).update(hired_count=2)
    client = signed_in(sato)
    assert "充足しました" in text(client, path(posting))
    client.post(path(posting, "close/"), {"reason": "filled"})
    posting.refresh_from_db()
    assert posting.close_reason == "filled"


def test_the_reasons_of_the_clock_are_not_the_facility_s(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada)
    signed_in(sato).post(path(posting, "close/"), {"reason": "expired"})
    posting.refresh_from_db()
    assert posting.status == "published"


def test_an_earlier_posting_is_copied(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada)
    response = signed_in(sato).post(path(posting, "copy/"), follow=True)
    assert "日付と研修の誓約を入力してください" in response.content.decode()
    assert sakura.postings.filter(status="draft").count() == 1


def test_the_preview_says_that_nothing_is_public_yet(sakura: Facility, sato: User) -> None:
    page = text(signed_in(sato), path(make_draft(sakura, wage_min=None), "preview/"))
    assert "まだ公開されていません" in page
    assert "未入力" in page


def test_the_profile_shows_facts_and_people(sakura: Facility, sato: User) -> None:
    page = text(signed_in(sato), f"{home(sakura)}profile/")
    assert "佐藤 花子" in page and "横浜市中区" in page


PAGES = ("", "preview/", "confirm/", "edit/work/", "publish/")
VERBS = ("submit", "publish", "headcount", "pause", "resume", "close", "copy")


@pytest.mark.parametrize("rest", PAGES)
def test_another_facility_reads_nothing(sakura: Facility, midori: Facility, suzuki: User, rest: str) -> None:
    posting = make_draft(sakura)
    client = signed_in(suzuki)
    assert client.get(path(posting, rest)).status_code == 404
    assert client.get(f"{home(midori)}postings/{posting.number}/{rest}").status_code == 404


@pytest.mark.parametrize("verb", [*VERBS, "edit/pay"])
def test_another_facility_changes_nothing(
    sakura: Facility, midori: Facility, sato: User, suzuki: User, okada: User, verb: str
) -> None:
    posting = make_published(sakura, sato, okada)
    before = (Event.objects.count(), Posting.objects.count(), Posting.objects.values().get(pk=posting.pk))
    data = {**typed(posting, "pay", wage_min="1"), "reason": "filled", "headcount": "9", "action": "store"}
    for address in (path(posting, f"{verb}/"), f"{home(midori)}postings/{posting.number}/{verb}/"):
        assert signed_in(suzuki).post(address, data).status_code == 404
    assert before == (
        Event.objects.count(),
        Posting.objects.count(),
        Posting.objects.values().get(pk=posting.pk),
    )


@pytest.mark.parametrize("verb", ["submit", "publish", "headcount", "pause", "resume", "close", "edit/pay"])
def test_a_button_of_an_old_page_changes_nothing(
    sakura: Facility, sato: User, okada: User, verb: str
) -> None:
    posting = make_published(sakura, sato, okada)
    data = {**typed(posting, "pay", wage_min="1"), "reason": "filled", "headcount": "9", "action": "store"}
    posting.close(by=sato, reason="withdrawn")
    before = Event.objects.count()
    response = signed_in(sato).post(path(posting, f"{verb}/"), data)
    assert response.status_code == 409
    assert "佐藤 花子" in response.content.decode()
    assert Event.objects.count() == before


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb != "publish"])
def test_verbs_are_posted(sakura: Facility, sato: User, verb: str) -> None:
    assert signed_in(sato).get(path(make_draft(sakura), f"{verb}/")).status_code == 405


def test_a_guest_is_asked_to_log_in(sakura: Facility) -> None:
    assert "/account/login/" in Client().get(home(sakura))["Location"]


def test_a_posting_near_its_end_is_something_to_do(sakura: Facility, sato: User, okada: User) -> None:
    make_published(sakura, sato, okada, publish_to=timezone.localdate() + timedelta(days=3))
    assert "公開終了予定日が近づいています" in text(signed_in(sato), home(sakura))
