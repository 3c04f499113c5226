"""What every page that a journey visits must be, in every state that it is met in."""

import re
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE = Axe()
RULES = {
    "resultTypes": ["violations"],
    "preload": False,  # axe would fetch the stylesheets again, from addresses that are not theirs
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
NAMES_IN_PATHS = re.compile(r"[0-9a-f-]{36}|KN-\d{4}-\d+|[\w~-]{40,}|\d+")

# Everything folded is opened: what is inside must be as good. `shape` says which kinds of elements stand in which.
FACTS = """() => {
  document.querySelectorAll("main details:not([open])").forEach(e => { e.open = true; e.dataset.folded = "" });
  const word = e => e.tagName + "." + e.className.toString() + "." + (e.type || "");
  const parents = e => word(e.parentElement) + ">" + word(e);
  return {
    title: document.title,
    language: document.documentElement.lang,
    headings: [...document.querySelectorAll("h1, h2, h3, h4")].filter(e => e.checkVisibility()).map(e => +e.tagName[1]),
    width: document.documentElement.scrollWidth,
    window: window.innerWidth,
    shape: [...new Set([...document.querySelectorAll("body *")].map(parents))].sort().join(" "),
  }
}"""
FOLD = """() => document.querySelectorAll("[data-folded]").forEach(e => { e.open = false; delete e.dataset.folded })"""


class Inspection:
    """Looks at pages; the dear part, axe, only once for each distinct state of a page and width of a window."""

    def __init__(self) -> None:
        self.seen: set[tuple[str, int, str]] = set()

    def __call__(self, page: Page, *, runs_scripts: bool = True) -> None:
        """Fail on an axe violation, sideways scrolling, headings out of order, or a page without its own title."""
        facts = page.evaluate(FACTS)
        _check(page.url, facts)
        state = (_kind(page.url), facts["window"], facts["shape"])
        if state not in self.seen:
            self.seen.add(state)
            if runs_scripts:
                _run_axe(page)
            else:
                _run_axe_on_twin(page)
        page.evaluate(FOLD)


def _run_axe(page: Page) -> None:
    results = AXE.run(page, options=RULES)
    assert not results.violations_count, f"{page.url}\n{results.generate_report()}"


def _run_axe_on_twin(page: Page) -> None:
    """Show the same HTML in a browser that runs scripts: axe is one."""
    html = page.content()
    assert page.context.browser
    twin = page.context.browser.new_context(viewport=page.viewport_size).new_page()
    twin.route(page.url, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    twin.goto(page.url)
    _run_axe(twin)
    twin.context.close()


def _check(url: str, facts: dict[str, Any]) -> None:
    headings = facts["headings"]
    assert headings.count(1) == 1, f"{url} has {headings.count(1)} h1"
    # The summary of what to correct stands before the h1, so that it is the first thing read.
    below = headings[headings.index(1) :]
    skips = [(one, next_) for one, next_ in zip(below, below[1:], strict=False) if next_ > one + 1]
    assert not skips, f"{url} skips a level of headings: {skips}"
    assert facts["width"] <= facts["window"], f"{url} scrolls sideways: {facts['width']} > {facts['window']}"
    own, _, service = facts["title"].rpartition("｜")
    assert own and service == "医療のお仕事 Key-Net", facts["title"]
    assert facts["language"] == "ja", url


def _kind(url: str) -> str:
    path = "/" + url.partition("?")[0].split("/", 3)[3]
    return NAMES_IN_PATHS.sub("…", path)
