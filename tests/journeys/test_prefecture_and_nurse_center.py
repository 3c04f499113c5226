"""A prefecture reports its desk; a nurse center keeps its contact; both say where letters go, and letters go there."""

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from facilities.models import Facility
from keynet.accounts.models import User
from tests.builders import make_published
from tests.journeys.conftest import Visit
from tests.journeys.post_office import PostOffice, text_of

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

NEWS = "新着募集 神奈川県 看護師"


@pytest.fixture
def desks(db: None) -> None:
    """The desks and the table of the nurse centers, as an installation begins."""
    call_command("load_reference", verbosity=0)


def test_a_prefecture_reports_its_desk_and_gets_the_letters(
    desks: None,
    visit: Visit,
    post_office: PostOffice,
    yoshida: User,
    sakura: Facility,
    sato: User,
    okada: User,
) -> None:
    prefecture = visit(yoshida)
    prefecture.open("/prefecture/14/")
    prefecture.sees("まだ募集はありません")
    prefecture.follow("送付先を確かめる")
    prefecture.fill("窓口の名称", "神奈川県 医療人材受付窓口")
    prefecture.fill("受付時間", "平日 9時〜17時")
    prefecture.fill("電話番号", "045-210")
    prefecture.press("受付窓口を報告する")
    expect(prefecture.page.get_by_role("alert")).to_contain_text("電話番号")
    prefecture.fill("電話番号", "045-210-1111")
    prefecture.press("受付窓口を報告する")
    prefecture.sees("求人のページとお知らせに載っています")
    prefecture.choose("受け取る部署", "都道府県担当課")
    prefecture.fill("送付先のメールアドレス", "iryo@kanagawa.example")
    prefecture.press("送付先を登録する")
    expect(prefecture.row("iryo@kanagawa.example")).to_be_visible()
    posting = make_published(sakura, sato, okada)
    assert posting.number in text_of(post_office.the_mail_to("iryo@kanagawa.example", NEWS))
    prefecture.follow("募集の一覧")
    assert posting.number in prefecture.download("この一覧をCSVで保存する").path().read_text("utf-8-sig")
    prefecture.follow(posting.number)
    prefecture.sees("神奈川県 医療人材受付窓口", "045-210-1111")


def test_a_stopped_address_gets_no_letter(
    desks: None,
    visit: Visit,
    post_office: PostOffice,
    yoshida: User,
    sakura: Facility,
    sato: User,
    okada: User,
) -> None:
    prefecture = visit(yoshida, phone=True)
    prefecture.open("/prefecture/14/desk/")
    prefecture.choose("受け取る部署", "都道府県担当課")
    prefecture.fill("送付先のメールアドレス", "old@kanagawa.example")
    prefecture.press("送付先を登録する")
    prefecture.press("この送付先を停止する")
    prefecture.does_not_see("old@kanagawa.example")
    make_published(sakura, sato, okada)
    assert not post_office.mails_to("old@kanagawa.example")


def test_a_center_confirms_its_telephone_and_finds_whom_to_call(
    desks: None, visit: Visit, post_office: PostOffice, noda: User, sakura: Facility, sato: User, okada: User
) -> None:
    center = visit(noda)
    center.open("/nurse-center/14/")
    center.sees("いま紹介できる看護職の募集はありません")
    center.follow("送付先を確かめる")
    center.fill("送付先のメールアドレス", "noda@center.example")
    center.press("送付先を登録する")
    center.sees("電話番号に「時点」が付いています")
    center.fill("ウェブサイト", "center.example")
    center.press("連絡先を保存する")
    expect(center.page.get_by_role("alert")).to_contain_text("https:// から入力してください")
    center.fill("ウェブサイト", "https://center.example/")
    center.press("連絡先を保存する")
    center.sees("連絡先を保存しました")
    center.follow("公開しているページを見る")
    center.does_not_see("時点の番号です")
    posting = make_published(sakura, sato, okada)
    assert "045-671-0000" in text_of(post_office.the_mail_to("noda@center.example", NEWS))
    center.open("/nurse-center/14/")
    expect(center.row(posting.number).get_by_role("link", name="045-671-0000")).to_be_visible()


@pytest.mark.parametrize("phone", [False, True])
def test_a_nurse_finds_the_center_its_postings_and_its_figures(
    desks: None, visit: Visit, sakura: Facility, sato: User, okada: User, phone: bool
) -> None:
    make_published(sakura, sato, okada)
    nurse = visit(phone=phone)
    nurse.open("/nurse-centers/")
    nurse.follow("神奈川県ナースセンター")
    nurse.sees("2021年5月時点")
    nurse.follow("神奈川県の看護職の求人を見る")
    nurse.sees("感染症病棟の看護師")
    nurse.page.go_back()
    nurse.follow("47都道府県の集計表と注記を見る")
    nurse.follow("紹介人数")
    expect(nurse.page.locator("tbody").nth(1).get_by_role("rowheader").first).to_have_text("大阪府")
    expect(nurse.page.get_by_role("columnheader", name="紹介人数")).to_have_attribute(
        "aria-sort", "descending"
    )
    if phone:
        nurse.page.locator("#table").focus()
        nurse.page.keyboard.press("ArrowRight")
        expect(nurse.page.locator("#table")).not_to_have_js_property("scrollLeft", 0)
