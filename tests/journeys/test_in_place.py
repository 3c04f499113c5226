"""With JavaScript the search changes in place, as an addition: the same addresses, the same words, the focus kept."""

import re

import pytest
from playwright.sync_api import Page, Request, expect

from postings.models import Posting
from tests.journeys.conftest import Visit

pytest_plugins = ["tests.journeys.public_world"]
pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

Shown = dict[str, Posting]
SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value })
    .observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => setTimeout(() => done(sum), 300));
})"""


def count(page: Page, number: int) -> None:
    expect(page.get_by_role("status").first).to_have_text(f"{number}件の求人があります")


def test_conditions_pages_and_the_way_back_change_the_same_page(shown: Shown, visit: Visit) -> None:
    page = visit().page
    page.goto("/postings/")
    page.evaluate("window.stayed = true")
    count(page, 23)

    box = page.get_by_role("group", name="職種").get_by_label(re.compile("^看護師"))
    box.focus()
    page.keyboard.press("Space")
    count(page, 22)
    expect(page).to_have_url(re.compile(r"/postings/\?occ=nurse$"))
    expect(page).to_have_title(re.compile("^看護師の求人 22件｜医療のお仕事 Key-Net$"))
    expect(box).to_be_focused()
    expect(box).to_be_checked()

    page.get_by_label("並び順").select_option(label="給与が高い順")
    expect(page.locator("ol.cards .card").first).to_contain_text("2,300円")
    page.get_by_role("link", name="次の20件").click()
    expect(page.locator("ol.cards .card")).to_have_count(2)
    expect(page.locator("#results")).to_be_focused()
    page.go_back()
    expect(page.locator("ol.cards .card")).to_have_count(20)
    page.get_by_role("link", name="看護師 を条件から外す").click()
    count(page, 23)
    expect(box).not_to_be_checked()
    page.go_back()
    count(page, 22)
    expect(box).to_be_checked()
    assert page.evaluate("window.stayed")


def test_an_answer_that_is_no_part_of_the_page_opens_the_address_itself(shown: Shown, visit: Visit) -> None:
    page = visit(phone=True).page
    page.route(
        "**/postings/**",
        lambda route: route.fulfill(body="busy") if "x-part" in route.request.headers else route.continue_(),
    )
    page.goto("/postings/?occ=nurse&occ=doctor")
    page.evaluate("window.stayed = true")
    page.get_by_role("link", name="医師 を条件から外す").click()
    page.wait_for_function("!window.stayed")
    expect(page).to_have_url(re.compile("/postings/nurse/$"))
    count(page, 22)


def test_a_result_page_keeps_the_front_budget(shown: Shown, visit: Visit) -> None:
    page = visit().page
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    page.goto("/postings/", wait_until="networkidle")
    assert page.locator("ol.cards .card").count() == 20
    assert len(asked) <= 4, [request.url for request in asked]
    assert len({request.url.split("/")[2] for request in asked}) == 1
    assert page.evaluate("document.querySelectorAll('*').length") <= 1800
    assert page.evaluate(SHIFTS) == 0
