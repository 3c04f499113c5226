"""What a facility does with a posting through its pages."""

from datetime import timedelta

import pytest
from django.utils import timezone

from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox.models import Event
from postings.check import review
from postings.models import Posting
from tests.builders import make_draft, make_published
from tests.cast import signed_in
from tests.postings.upkeep.test_revising import typed
from tests.postings.views.pages import home, path, text
from tests.postings.waiting import make_waiting

pytestmark = pytest.mark.django_db


def test_a_new_posting_goes_from_the_button_to_the_public(sakura: Facility, sato: User, okada: User) -> None:
    client = signed_in(sato)
    assert "/edit/work/" in client.post(f"{home(sakura)}postings/new/")["Location"]
    posting = make_draft(sakura)
    assert "この内容で提出する" in text(client, path(posting, "confirm/"))
    client.post(path(posting, "submit/"))
    review.confirm(Posting.objects.get(pk=posting.pk), by=okada)
    asked = text(client, path(posting, "publish/"))
    assert "お知らせのメールが届く相手" in asked and "誰でも読めるようになり" in asked
    assert "このサイトを見るすべての方" not in asked
    shown = client.post(path(posting, "publish/"), follow=True).content.decode()
    assert shown.count("応募を受け付けています") == 1
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
    asked = text(client, path(posting, "close/"))
    assert "元に戻せません" in asked and "メールでお知らせします" in asked and "公開を終了する" in asked
    assert "終了の理由を選んでください" in client.post(path(posting, "close/")).content.decode()
    client.post(path(posting, "close/"), {"reason": "withdrawn"})
    posting.refresh_from_db()
    assert (posting.status, posting.close_reason) == ("closed", "withdrawn")
    assert "複写して新しい募集を作る" in text(client, path(posting))


def test_a_posting_whose_last_day_passed_is_prolonged_before_it_is_resumed(
    sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_published(sakura, sato, okada)
    posting.suspend(by=okada, reason="通報があったため")
    Posting.objects.filter(pk=posting.pk).update(publish_to=timezone.localdate() - timedelta(days=1))
    posting.lift(by=okada)
    asked = signed_in(sato).post(path(posting, "resume/"), follow=True)
    assert "公開終了予定日" in asked.content.decode() and "次の項目を入力すると" in asked.content.decode()
    posting.refresh_from_db()
    assert posting.status == "paused"


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
    assert "公開の日付、研修の誓約、運営事務局への連絡は、空欄にしました" in response.content.decode()
    assert sakura.postings.filter(status="draft").count() == 1


VERBS = ("submit", "publish", "headcount", "pause", "resume", "close", "copy")


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


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb not in ("publish", "close")])
def test_verbs_are_posted(sakura: Facility, sato: User, verb: str) -> None:
    assert signed_in(sato).get(path(make_draft(sakura), f"{verb}/")).status_code == 405
