"""Break-glass: the office opens one application with a reason, the facility is told and reads who looked, it closes."""

from datetime import timedelta

import pytest
from django.utils import timezone

from applications.models import Emergency, LegalHold, PersonalAccess
from facilities.models import Facility
from keynet.accounts.models import User
from tests.applications.filling import applied
from tests.builders import days_from_now, make_published
from tests.journeys.conftest import Visit
from tests.journeys.post_office import PostOffice

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
REASON = "警察から、応募者の安否の照会がありました。"


def test_an_emergency_is_opened_read_told_and_closed(
    visit: Visit, sakura: Facility, sato: User, okada: User, post_office: PostOffice
) -> None:
    application, status = applied(make_published(sakura, sato, okada))
    officer, admin, nakamura = visit(okada), visit(sato, phone=True), visit(phone=True)
    officer.open("/office/privacy/")
    officer.follow("緊急に応募を開く")
    officer.fill("応募の受付番号", application.number)
    officer.fill("閲覧の理由", REASON)
    officer.press("開いて、施設に知らせる")
    officer.sees("緊急の閲覧です", REASON, "中村 優子")
    officer.open("/office/privacy/")
    officer.follow(application.number)
    admin.open(post_office.link_to(sato.email, "緊急に閲覧されました", "readings"))
    admin.sees("運営事務局", REASON, application.number)
    nakamura.open(status)
    nakamura.sees("あなたの情報を開いた記録", "運営事務局")
    Emergency.objects.update(opened_at=timezone.now() - timedelta(minutes=15))
    officer.open(f"/office/privacy/emergency/{Emergency.objects.get().public_id}/", status=410)
    assert PersonalAccess.objects.filter(body="office", reason=REASON).count() == 2


def test_the_office_holds_stops_and_goes_on_with_a_phone(
    visit: Visit, sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_published(sakura, sato, okada)
    officer, until = visit(okada, phone=True), days_from_now(30)
    officer.open("/office/privacy/")
    officer.follow("保存を延ばす")
    officer.fill("募集の番号", posting.number)
    officer.fill_day("保存を延ばす最後の日", until)
    officer.fill("保存を延ばす理由", "労働局の調べのため残します。")
    officer.press("保存を延ばす")
    officer.sees(posting.number, "労働局の調べのため残します。")
    officer.press("解除する")
    assert LegalHold.objects.get().lifted_by == okada
    officer.follow("消去をすべて止める")
    officer.fill("消去を止める理由", "時計が進んでいる疑いがあります。")
    officer.press("消去を止める")
    officer.sees("すべて止めています")
    officer.press("消去を再開する")
    officer.sees("次の夜に消す応募")
