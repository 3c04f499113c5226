"""Anyone looks around: the first page, the search and its corners, postings in every state, the pages of text."""

import pytest
from playwright.sync_api import expect

from keynet.page_urls import SLUGS
from postings.models import Posting
from tests.journeys.conftest import Visit

pytest_plugins = ["tests.journeys.public_world"]
pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

Shown = dict[str, Posting]


def test_a_visitor_narrows_the_search_and_widens_it_again(shown: Shown, visit: Visit) -> None:
    visitor = visit()
    visitor.open("/")
    visitor.choose("職種", "看護師")
    visitor.press("求人をさがす")
    visitor.sees("22件の求人があります")
    visitor.unfold("関東")
    visitor.page.get_by_label("関東のすべて").check()
    visitor.choose("雇用形態", "非常勤")
    visitor.press("この条件で検索")
    visitor.page.get_by_label("並び順").select_option(label="給与が高い順")
    visitor.press("並べ替え")
    expect(visitor.page.locator("ol.cards .card").first).to_contain_text("2,300円")
    visitor.follow("次の20件")
    visitor.sees("22件のうち 21〜22件目を表示しています")
    visitor.follow("看護師 を条件から外す")
    visitor.sees("23件の求人があります")
    visitor.follow("すべて外す")
    visitor.does_not_see("選んだ条件")


def test_nothing_found_says_which_condition_to_drop(shown: Shown, visit: Visit) -> None:
    visitor = visit(phone=True, javascript=False)
    visitor.open("/postings/")
    visitor.follow("条件を変える")
    visitor.fill("キーワード", "透析")
    visitor.choose("職種", "看護師")
    visitor.unfold("関東")
    visitor.choose("勤務地", "神奈川県")
    visitor.press("この条件で検索")
    visitor.sees("0件の求人があります", "条件を変えると、次の求人が見つかります", "神奈川県ナースセンター")
    visitor.follow("キーワード")
    visitor.sees("22件の求人があります")
    visitor.open("/postings/?occ=wizard")
    visitor.sees("使えない条件がありました")


def test_prefectures_lead_to_their_postings_and_to_people(shown: Shown, visit: Visit) -> None:
    visitor = visit(phone=True)
    visitor.open("/")
    visitor.follow("神奈川")
    visitor.reads_heading("神奈川県の医療職の求人")
    visitor.sees("神奈川県ナースセンター", "この都道府県に受付窓口の登録はありません")
    visitor.follow("看護師 22件")
    visitor.sees("22件の求人があります")
    visitor.open("/postings/areas/")
    visitor.follow("沖縄県")
    visitor.sees("0件の求人があります")


def test_a_hidden_name_shows_nowhere_but_before_applying(shown: Shown, visit: Visit) -> None:
    visitor = visit()
    visitor.open("/postings/?q=あおぞら")
    visitor.sees("0件の求人があります")
    visitor.open("/postings/?occ=doctor")
    visitor.does_not_see("あおぞら")
    visitor.follow("発熱外来の医師")
    visitor.sees("施設名とくわしい所在地は公開していません", "千代田区")
    assert "あおぞら" not in visitor.page.content() and "一番町" not in visitor.page.content()
    visitor.follow("施設に質問する")
    assert "あおぞら" not in visitor.page.content()


def test_a_posting_that_is_not_open_says_so_and_leads_on(shown: Shown, visit: Visit) -> None:
    visitor = visit(phone=True)
    for state, words in (
        ("paused", "いま、応募の受付を停止しています"),
        ("closed", "この募集は終了しました"),
    ):
        address = shown[state].get_absolute_url()
        visitor.open(address)
        visitor.sees(words)
        visitor.does_not_see("この求人に応募する")
        visitor.open(f"{address}apply/")
        visitor.does_not_see("入力した内容を確認する")
        visitor.follow("同じ職種・都道府県の求人をさがす")
        visitor.sees("22件の求人があります")
    visitor.open(f"/postings/?q={shown['closed'].number}")
    visitor.sees("この募集は終了しました")


def test_the_pages_of_text_are_reached_from_the_foot_of_every_page(shown: Shown, visit: Visit) -> None:
    visitor = visit()
    visitor.open("/")
    foot = visitor.page.get_by_role("contentinfo")
    names = foot.get_by_role("link").filter(visible=True).all_inner_texts()
    for name in names:
        if not name[:1].isdigit() and "CSV" not in name:
            visitor.follow(name, inside=visitor.page.get_by_role("contentinfo"))
    for address in SLUGS.values():
        visitor.open(f"/guide/{address}")
