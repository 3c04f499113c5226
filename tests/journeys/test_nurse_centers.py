"""Looking for a nurse center and its figures; a center keeps its contact and finds whom to call."""

from collections.abc import Callable

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from facilities.models import Facility
from keynet.accounts.models import User
from tests.builders import make_published
from tests.cast import signed_in

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def place(sakura: Facility, sato: User, okada: User) -> None:
    """The 47 desks and the table, as an installation begins, and one nurse posting in 神奈川."""
    call_command("load_reference", verbosity=0)
    make_published(sakura, sato, okada)


@pytest.mark.parametrize("phone", [False, True])
def test_a_nurse_finds_the_center_its_postings_and_its_figures(
    place: None, visit: Callable[..., Page], phone: bool
) -> None:
    page = visit(phone=phone, javascript=False)
    page.goto("/nurse-centers/")
    page.get_by_role("link", name="神奈川県ナースセンター").click()
    expect(page.get_by_text("2021年5月時点")).to_be_visible()
    page.get_by_role("link", name="神奈川県の看護職の求人を見る").click()
    expect(page.get_by_role("heading", name="感染症病棟の看護師")).to_be_visible()
    page.go_back()
    page.get_by_role("link", name="47都道府県の集計表と注記を見る").click()
    page.get_by_role("link", name="紹介人数").click()
    expect(page.locator("tbody").nth(1).get_by_role("rowheader").first).to_have_text("大阪府")
    expect(page.get_by_role("columnheader", name="紹介人数")).to_have_attribute("aria-sort", "descending")


@pytest.mark.parametrize("phone", [False, True])
def test_every_public_page_passes_inspection_and_the_table_scrolls_by_keyboard(
    place: None, visit: Callable[..., Page], inspected: Callable[[Page], None], phone: bool
) -> None:
    page = visit(phone=phone)
    for path in ("/nurse-centers/", "/nurse-centers/14/", "/nurse-centers/table/"):
        page.goto(path)
        inspected(page)
    region = page.locator("#table")
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function(
        "document.getElementById('table').scrollLeft > 0 || !matchMedia('(max-width: 40rem)').matches"
    )


def test_a_center_confirms_its_telephone_and_registers_where_letters_go(
    place: None,
    visit: Callable[..., Page],
    inspected: Callable[[Page], None],
    noda: User,
    live_server: LiveServer,
) -> None:
    page = visit()
    session = signed_in(noda).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page.goto("/nurse-center/14/")
    expect(page.get_by_role("link", name="045-671-0000")).to_be_visible()
    inspected(page)
    page.get_by_role("link", name="連絡先", exact=True).click()
    page.get_by_label("送付先のメールアドレス").fill("noda@center.example")
    page.get_by_role("button", name="送付先を登録する").click()
    page.get_by_label("ウェブサイト").fill("center.example")
    page.get_by_role("button", name="連絡先を保存する").click()
    expect(page.get_by_role("alert")).to_contain_text("https:// から入力してください")
    inspected(page)
    page.get_by_label("ウェブサイト").fill("https://center.example/")
    page.get_by_role("button", name="連絡先を保存する").click()
    expect(page.get_by_text("連絡先を保存しました")).to_be_visible()
    inspected(page)
    page.get_by_role("link", name="公開しているページを見る").click()
    expect(page.get_by_role("link", name="045-263-2101")).to_be_visible()
