"""A posting kept true: the fortnightly letter answered by one click, and a report that the office settles."""

from datetime import timedelta

import pytest
from django.utils import timezone

from facilities.models import Facility
from keynet.accounts.models import User
from postings.models import Posting
from postings.tasks import ask_and_end
from tests.builders import make_published
from tests.journeys.conftest import Visit
from tests.journeys.post_office import PostOffice

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def posting(sakura: Facility, sato: User, okada: User) -> Posting:
    return make_published(sakura, sato, okada)


def test_a_facility_answers_the_letter_without_a_login(
    visit: Visit, posting: Posting, post_office: PostOffice
) -> None:
    two_weeks_ago = timezone.now() - timedelta(days=14)
    Posting.objects.update(published_at=two_weeks_ago, terms_as_of=two_weeks_ago)
    assert ask_and_end() == 1
    clerk = visit(phone=True)
    clerk.open(post_office.link_to("saiyo@sakura.example", "最新ですか", "/postings/current/"))
    clerk.press("最新です")
    clerk.sees("内容が最新であることを受け付けました")
    clerk.choose("終了の理由", "ほかの方法で、必要な人数を採用できた")
    clerk.press("募集を終了する")
    clerk.sees("この募集は終了しています", "充足（ほかの方法で採用）")


def test_a_report_is_asked_about_answered_and_settled(
    visit: Visit, posting: Posting, post_office: PostOffice, sato: User, okada: User
) -> None:
    anybody = visit(phone=True)
    anybody.open(f"{posting.get_absolute_url()}report/")
    anybody.press("運営事務局に報告する")
    anybody.choose("実際と違うこと", "面接で示された条件が、掲載と食い違う")
    anybody.fill("くわしい内容", "面接では土日も出勤と言われました。")
    anybody.fill("返事を受け取るメールアドレス", "reporter@seeker.example")
    anybody.press("運営事務局に報告する")
    anybody.sees("C-")
    officer = visit(okada)
    officer.open("/office/complaints/")
    officer.follow("C-")
    officer.press("この報告の調査を始める")
    officer.unfold("施設に質問する")
    officer.fill("施設への質問", "休日が実際と合っているか、確かめてください。")
    officer.press("施設に質問を送る")
    member = visit(sato, phone=True)
    member.open(f"/facility/{posting.facility.public_id}/")
    member.follow("質問に答える")
    member.does_not_see("土日も出勤")
    member.fill("回答", "掲載のとおり、土日は休みです。")
    member.press("運営事務局に回答する")
    officer.open("/office/complaints/")
    officer.follow("C-")
    officer.sees("掲載のとおり、土日は休みです。")
    officer.unfold("対応を終える")
    officer.choose("対応の結果", "掲載の内容に、違いは見つかりませんでした")
    officer.press("この結果で対応を終える")
    officer.sees("対応していない報告はありません")
    post_office.the_mail_to("reporter@seeker.example", "報告への返事")


def test_versions_are_compared_on_every_console(
    visit: Visit, posting: Posting, sato: User, okada: User, mori: User, yoshida: User
) -> None:
    member = visit(sato, phone=True)
    member.open(f"/facility/{posting.facility.public_id}/postings/{posting.number}/")
    member.fill_day("公開終了予定日", timezone.localdate() + timedelta(days=20))
    member.press("公開終了予定日を変更する")
    member.follow("すべての版をくらべる")
    member.sees("第1版と第2版の違い", "公開終了予定日")
    for person, console in ((okada, "office"), (mori, "ministry"), (yoshida, "prefecture/14")):
        reader = visit(person)
        reader.open(f"/{console}/postings/{posting.number}/versions/")
        reader.press("この2つをくらべる")
        reader.sees("公開終了予定日")
