"""The same pages on a narrow window, with wide spacing, by keyboard, in forced colours, and on paper."""

import io
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from postings.models import Posting
from tests.journeys.conftest import Visit

pytest_plugins = ["tests.journeys.public_world"]
pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

Shown = dict[str, Posting]
WIDTHS = (1280, 375, 320)
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""
CUT = """() => [...document.querySelectorAll("main *, header *, footer *")].filter(e => {
  const style = getComputedStyle(e);
  const hides = style.overflowX === "hidden" || style.overflowY === "hidden";
  return hides && style.clipPath === "none" && style.clip === "auto" && e.textContent.trim()
    && (e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2);
}).map(e => e.outerHTML.slice(0, 120))"""
STOP = """() => {
  const e = document.activeElement;
  if (e === document.body) return null;
  const box = e.getBoundingClientRect(), style = getComputedStyle(e);
  const label = e.closest("label") ? getComputedStyle(e.closest("label")) : style;
  const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {
    words: (e.innerText || e.name || e.tagName).slice(0, 40),
    ring: Math.max(...[style, label].map(s => s.outlineStyle === "none" ? 0 : parseFloat(s.outlineWidth))),
    hidden: !at || !(e.contains(at) || at.contains(e) || e.closest("label")?.contains(at)),
    first: e.matches(".skip"),
  }
}"""


def addresses(shown: Shown) -> Iterator[str]:
    """Yield one page of every public kind."""
    nurse = shown["nurse"].get_absolute_url()
    yield from ("/", "/postings/", "/postings/?occ=nurse&pref=14&emp=part_time", "/postings/?q=透析&pref=14")
    yield from (nurse, f"{nurse}apply/", f"{nurse}ask/")
    yield from (shown["hidden"].get_absolute_url(), shown["closed"].get_absolute_url())
    yield from ("/postings/areas/", "/postings/areas/14/", "/nurse-centers/", "/nurse-centers/table/")
    yield from ("/registration/", "/account/login/", "/guide/facilities/")


def test_public_pages_fit_every_width(shown: Shown, visit: Visit) -> None:
    visitor = visit()
    for address in addresses(shown):
        visitor.open(address)
        for width in WIDTHS[1:]:
            visitor.page.set_viewport_size({"width": width, "height": 720})
            visitor.inspect(visitor.page)
        visitor.page.set_viewport_size({"width": WIDTHS[0], "height": 900})


def test_wide_spacing_cuts_nothing_off(shown: Shown, visit: Visit) -> None:
    """WCAG 1.4.12; a reader's own style sheet is not bound by ours, so the page's policy is left aside."""
    page = visit(phone=True, bypass_csp=True).page
    for address in addresses(shown):
        page.goto(address)
        page.add_style_tag(content=SPACING)
        assert not page.evaluate(CUT), address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


@pytest.mark.parametrize("phone", [False, True])
def test_the_keyboard_reaches_everything_and_shows_where_it_is(
    shown: Shown, visit: Visit, phone: bool
) -> None:
    page = visit(phone=phone).page
    for address in ("/postings/?occ=nurse&pref=14&page=2", shown["nurse"].get_absolute_url()):
        page.goto(address)
        stops = list(walk(page))
        assert stops[0]["first"], "the first stop leads to the content"
        assert len(stops) > 15
        assert not [stop["words"] for stop in stops if stop["ring"] < 2], "focus that cannot be seen"
        assert not [stop["words"] for stop in stops if stop["hidden"]], "focus behind something"


def walk(page: Page) -> Iterator[dict[str, Any]]:
    """Press Tab from the top to the end of the page; yield what has the focus."""
    for _ in range(300):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            return
        yield stop
    raise AssertionError("the keyboard does not get out of the page")


def test_forced_colours_keep_choices_and_buttons_visible(shown: Shown, visit: Visit) -> None:
    page = visit(forced_colors="active").page
    page.goto("/postings/?occ=nurse")
    chosen = page.locator(".chip:has(:checked)").first
    assert chosen.evaluate("e => parseFloat(getComputedStyle(e).outlineWidth)") >= 2
    button = page.get_by_role("button", name="この条件で検索")
    assert button.evaluate("e => parseFloat(getComputedStyle(e).borderTopWidth)") >= 1


def test_a_posting_prints_on_two_sheets(shown: Shown, visit: Visit) -> None:
    page = visit().page
    page.goto(shown["nurse"].get_absolute_url())
    paper = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    words = unicodedata.normalize("NFKC", "".join(sheet.extract_text() for sheet in paper.pages))
    assert len(paper.pages) <= 2
    assert "求人票" in words and shown["nurse"].number in words
    assert "この求人に応募する" not in words
