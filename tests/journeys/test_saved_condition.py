"""A nurse on a phone saves her search, starts it by the mail, gets one letter in the morning, and stops it."""

from datetime import timedelta

import pytest

from facilities.models import Facility
from keynet.accounts.models import User
from postings.alerts.conditions.digest import write_digests
from postings.alerts.models import SavedCondition, Subscriber
from postings.models import Posting
from tests.builders import make_published
from tests.journeys.conftest import Visit
from tests.journeys.post_office import PostOffice, text_of

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

NAKAMURA = "nakamura@seeker.example"
NEWS = "新しい求人"


def test_a_nurse_saves_her_search_and_stops_the_letters(
    visit: Visit, post_office: PostOffice, sakura: Facility, sato: User, okada: User
) -> None:
    old = make_published(sakura, sato, okada, title="外来の看護師")
    Posting.objects.filter(pk=old.pk).update(published_at=old.created_at - timedelta(days=3))
    nakamura = visit(phone=True, javascript=False)
    nakamura.open("/alerts/new/?occ=nurse&pref=14")
    nakamura.sees("看護師、神奈川県", "メール1通、求人1件")
    nakamura.follow("毎日のメールの内容を見る")
    nakamura.sees("外来の看護師")
    nakamura.follow("この条件のお知らせを申し込む")
    nakamura.press("確認のメールを受け取る")
    nakamura.sees("メールアドレスを入力してください")
    nakamura.fill("メールアドレス", NAKAMURA)
    nakamura.press("確認のメールを受け取る")
    nakamura.reads_heading("メールを確認してください")
    nakamura.open(post_office.link_to(NAKAMURA, "条件お知らせを始める確認"))
    nakamura.press("お知らせを始める")
    nakamura.sees("条件お知らせを始めました", "受け取り中")
    _a_day_passes(make_published(sakura, sato, okada, title="病棟の看護師"))
    letter = post_office.the_mail_to(NAKAMURA, NEWS)
    assert "病棟の看護師" in text_of(letter) and "外来の看護師" not in text_of(letter)
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    nakamura.open(post_office.link_to(NAKAMURA, NEWS, containing="/alerts/"))
    nakamura.press("お知らせを一時停止する")
    nakamura.sees("一時停止中")
    nakamura.press("お知らせを再開する")
    nakamura.follow("すべてのお知らせの停止に進む")
    nakamura.choose("停止する理由", "仕事が決まった")
    nakamura.press("すべてのお知らせを停止する")
    nakamura.reads_heading("条件お知らせを停止しました")
    assert not Subscriber.objects.exists()
    nakamura.open(post_office.link_to(NAKAMURA, NEWS, containing="/stop/"), status=410)


def _a_day_passes(posting: Posting) -> None:
    """Move the start of the condition and the publication a day and some hours back, and let the morning come."""
    now = posting.created_at
    SavedCondition.objects.update(told_until=now - timedelta(hours=30))
    Posting.objects.filter(pk=posting.pk).update(published_at=now - timedelta(hours=26))
    write_digests()
