"""A clerk types: it is saved by itself, a colleague's change is never undone, and an ended session loses nothing."""

import pytest
from playwright.sync_api import expect

from facilities.models import Facility
from keynet.accounts.first_login import finish_first_login, issue_first_login
from keynet.accounts.models import User
from postings.models import Posting
from tests.builders import make_draft
from tests.journeys.conftest import Visit
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

PASSWORD = "とても長い合言葉ですから"


def address(posting: Posting, block: str) -> str:
    return f"/facility/{posting.facility.public_id}/postings/{posting.number}/edit/{block}/"


def waits_for(visitor: Visitor, words: str) -> None:
    """Wait until the line at the foot of the form says so."""
    expect(visitor.page.locator(".autosave")).to_contain_text(words)


def test_two_colleagues_type_into_the_same_block(visit: Visit, sakura: Facility, sato: User) -> None:
    posting = make_draft(sakura, wage_note="")
    first, second = visit(sato), visit(sato)
    for colleague in (first, second):
        colleague.open(address(posting, "pay"))
        waits_for(colleague, "自動で保存されます")
    first.fill("賃金の下限", "2,400")
    waits_for(first, "に自動保存しました")
    expect(first.page.locator("[data-card]")).to_contain_text("時給2,400円〜2,800円")
    second.fill("賃金の下限", "2,500")
    second.fill("手当・内訳", "夜勤手当1回12,000円")
    waits_for(second, "「賃金の下限」は、ほかの画面でも変更されました")
    posting.refresh_from_db()
    assert (posting.wage_min, posting.wage_note) == (2400, "夜勤手当1回12,000円")
    second.press("保存して次へ")
    second.sees("ほかの画面でも変更された項目", "2,400円", "2,500円")
    second.tick("「賃金の下限」は、ほかの画面の内容を使う")
    second.press("保存して次へ")
    second.sees("「給与・保険」を保存しました")
    posting.refresh_from_db()
    assert posting.wage_min == 2400


def test_what_is_typed_survives_a_broken_line_and_an_ended_session(
    visit: Visit, sakura: Facility, sato: User
) -> None:
    finish_first_login(issue_first_login(sato), PASSWORD)
    sato.refresh_from_db()
    posting = make_draft(sakura)
    clerk = visit(sato, phone=True)
    clerk.open(address(posting, "work"))
    clerk.page.context.set_offline(True)
    clerk.fill("仕事の内容", "夜間の病棟を2人で受け持ちます。")
    waits_for(clerk, "保存できていません。入力した内容は、この画面に残っています")
    clerk.page.context.set_offline(False)
    waits_for(clerk, "に自動保存しました")
    clerk.page.context.clear_cookies(name="sessionid")
    clerk.fill("募集タイトル", "夜間の看護師")
    waits_for(clerk, "ログインの有効期間が終わりました")
    clerk.said.clear()  # the browser reports the broken line and the refused save, as it should
    clerk.page.once("dialog", lambda dialog: dialog.accept())
    clerk.follow("ログインする", inside=clerk.page.locator(".autosave"))
    clerk.fill("メールアドレス", "ｓａｔｏ＠sakura.example")
    clerk.fill("パスワード", PASSWORD)
    clerk.press("ログインする")
    expect(clerk.question("募集タイトル")).to_have_value("夜間の看護師")
    expect(clerk.question("仕事の内容")).to_have_value("夜間の病棟を2人で受け持ちます。")
    waits_for(clerk, "に自動保存しました")


def test_days_of_spot_work_are_filled_in_without_javascript(
    visit: Visit, sakura: Facility, sato: User
) -> None:
    posting = make_draft(sakura, headcount=2)
    clerk = visit(sato, javascript=False)
    clerk.open(address(posting, "conditions"))
    expect(clerk.group("勤務日")).to_be_hidden()
    clerk.choose("雇用形態", "スポット(単発)")
    expect(clerk.group("契約期間")).to_be_hidden()
    clerk.unfold("期間と曜日で、まとめて入れる")
    for name, text in (("from", "2099/12/7"), ("to", "2099/12/13"), ("starts", "9時"), ("ends", "12時")):
        clerk.page.locator(f"[name=range_{name}]").fill(text)
    clerk.page.locator("[name=range_headcount]").fill("2名")
    clerk.page.get_by_label("水", exact=True).check()
    clerk.press("この日々を入れる")
    clerk.sees("1日を入れました")
    expect(clerk.group("1行目").get_by_label("日付")).to_have_value("2099年12月9日（水）")
    clerk.press("保存して次へ")
    posting.refresh_from_db()
    assert f"{posting.contract_from} {posting.contract_to}" == "2099-12-09 2099-12-09"
