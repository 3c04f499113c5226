"""One person may act for two hospitals; another hospital's things do not exist; the second officer hears who was first."""

import pytest
from playwright.sync_api import expect

from facilities.models import Facility, Membership
from keynet.accounts.first_login import finish_first_login, issue_first_login
from keynet.accounts.models import User
from tests.builders import make_application, make_draft, make_facility, make_published, make_user
from tests.cast import appointed
from tests.journeys.conftest import Visit

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

PASSWORD = "とても長い合言葉ですから"


def test_sato_signs_in_and_chooses_for_which_hospital(visit: Visit, sakura: Facility, sato: User) -> None:
    sumire = make_facility(name="すみれ診療所", kind="clinic", city="横浜市西区")
    Membership.objects.create(user=sato, facility=sumire, role=Membership.Role.ADMIN)
    finish_first_login(issue_first_login(sato), PASSWORD)
    browser = visit(phone=True)
    browser.open(f"/facility/{sumire.public_id}/postings/")
    browser.fill("メールアドレス", "sato@sakura.example")
    browser.fill("パスワード", "ちがう合言葉です")
    browser.press("ログインする")
    expect(browser.page.get_by_role("alert")).to_be_visible()
    browser.fill("パスワード", PASSWORD)
    browser.press("ログインする")
    browser.reads_heading("募集の一覧")
    browser.open("/account/home/")
    browser.sees("さくら病院", "すみれ診療所")
    browser.follow("すみれ診療所")
    expect(browser.page.get_by_role("banner")).to_contain_text("すみれ診療所")
    browser.press("新しい募集を作る")
    browser.choose("募集区分", "一般(感染症対応等)")
    browser.fill("募集タイトル", "すみれの看護師")
    browser.press("下書きに保存")
    browser.open(f"/facility/{sakura.public_id}/postings/")
    browser.does_not_see("すみれの看護師")


def test_suzuki_never_sees_what_is_satos(
    visit: Visit, sakura: Facility, midori: Facility, sato: User, suzuki: User, okada: User
) -> None:
    posting = make_published(sakura, sato, okada, title="さくらの看護師")
    application = make_application(posting)
    stranger = visit(suzuki)
    home = f"/facility/{sakura.public_id}/"
    pages = ("", f"postings/{posting.number}/", "applications/", f"applications/{application.public_id}/")
    for page in pages:
        stranger.open(home + page, status=404)
        stranger.does_not_see("さくら", "中村")
    stranger.open(f"/facility/{midori.public_id}/postings/{posting.number}/", status=404)
    stranger.open(f"/facility/{midori.public_id}/applications/{application.public_id}/", status=404)
    stranger.open(f"/facility/{midori.public_id}/applications/")
    stranger.sees("まだ応募はありません")
    stranger.open("/office/", status=404)


def test_the_second_officer_hears_who_was_first(
    visit: Visit, sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_draft(sakura)
    posting.submit(by=sato)
    first = visit(okada)
    second = visit(appointed(make_user("hara@office.example", "原 直子"), "office"))
    for officer in (first, second):
        officer.open("/office/")
        officer.follow(posting.number)
    first.press("確認済みにする")
    second.press("確認済みにする", status=409)
    second.reads_heading("ほかの方が先に操作しました")
    second.sees("岡田 実", posting.number)
