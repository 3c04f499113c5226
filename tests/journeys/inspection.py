"""What every page that a journey visits must be, in every state that it is met in."""

import re
from itertools import pairwise
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE: str = Axe().axe_script
RULES = {
    "resultTypes": ["violations"],
    "preload": False,  # axe would fetch the stylesheets again, from addresses that are not theirs
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"color-contrast": {"enabled": False}},
}
CONTRAST = {"resultTypes": ["violations"], "preload": False, "runOnly": ["color-contrast"]}
NAMES_IN_PATHS = re.compile(r"[0-9a-f-]{36}|KN-\d{4}-\d+|[\w~-]{40,}|\d+")

# A kind of element is what it is, in what it stands; two of a kind have the same colours.
KINDS = """
  const word = e => e.tagName + "." + e.className.toString() + "." + (e.type || "");
  const kind = e => word(e.parentElement) + ">" + word(e);
  const visible = [...document.querySelectorAll("body *")].filter(e => e.checkVisibility());
  const saying = visible.filter(e => [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim()));
"""
# Everything folded is opened: what is inside must be as good.
FACTS = f"""() => {{
  document.querySelectorAll("main details:not([open])").forEach(e => {{ e.open = true; e.dataset.folded = "" }});
  {KINDS}
  return {{
    title: document.title,
    language: document.documentElement.lang,
    headings: visible.filter(e => e.matches("h1, h2, h3, h4")).map(e => +e.tagName[1]),
    width: document.documentElement.scrollWidth,
    window: window.innerWidth,
    kinds: [...new Set(visible.map(kind))].sort(),
    texts: [...new Set(saying.map(kind))],
  }}
}}"""
RUN = "rules => axe.run(document, rules).then(found => found.violations)"
MEASURE = f"""([kinds, rules]) => {{
  {KINDS}
  return axe.run({{ include: saying.filter(e => kinds.includes(kind(e))) }}, rules).then(found => found.violations);
}}"""
FOLD = """() => document.querySelectorAll("[data-folded]").forEach(e => { e.open = false; delete e.dataset.folded })"""


class Inspection:
    """Looks at pages. What is dear is done once: axe for each distinct state of a page and width of a window, its
    measuring of contrast for each kind of text.
    """

    def __init__(self) -> None:
        self.seen: set[tuple[str, int, str]] = set()
        self.measured: set[str] = set()
        self.twins: dict[int, Page] = {}

    def __call__(self, page: Page, *, runs_scripts: bool = True) -> None:
        """Fail on an axe violation, sideways scrolling, headings out of order, or a page without its own title."""
        facts = page.evaluate(FACTS)
        _check(page.url, facts)
        state = (_kind(page.url), facts["window"], "\n".join(facts["kinds"]))
        if state not in self.seen:
            self.seen.add(state)
            new = set(facts["texts"]) - self.measured
            self.measured |= new
            _run_axe(page if runs_scripts else self._twin_of(page), sorted(new))
        page.evaluate(FOLD)

    def _twin_of(self, page: Page) -> Page:
        """Show the same HTML in a browser that runs scripts: axe is one."""
        window, html = page.viewport_size, page.content()
        assert window and page.context.browser
        if window["width"] not in self.twins:
            self.twins[window["width"]] = page.context.browser.new_page(viewport=window)
        twin = self.twins[window["width"]]
        twin.route(
            page.url, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"), times=1
        )
        twin.goto(page.url)
        return twin


def _run_axe(page: Page, new_texts: list[str]) -> None:
    page.evaluate(AXE)
    violations = page.evaluate(RUN, RULES)
    violations += page.evaluate(MEASURE, [new_texts, CONTRAST]) if new_texts else []
    nodes = [f"{found['id']}: {node['html']}" for found in violations for node in found["nodes"]]
    assert not violations, "\n".join([page.url, *nodes])


def _check(url: str, facts: dict[str, Any]) -> None:
    headings = facts["headings"]
    assert headings.count(1) == 1, f"{url} has {headings.count(1)} h1"
    # The summary of what to correct stands before the h1, so that it is the first thing read.
    below = headings[headings.index(1) :]
    skips = [(level, next_) for level, next_ in pairwise(below) if next_ > level + 1]
    assert not skips, f"{url} skips a level of headings: {skips}"
    assert facts["width"] <= facts["window"], f"{url} scrolls sideways: {facts['width']} > {facts['window']}"
    own, _, service = facts["title"].rpartition("｜")
    assert own and service == "医療のお仕事 Key-Net", facts["title"]
    assert facts["language"] == "ja", url


def _kind(url: str) -> str:
    path = "/" + url.partition("?")[0].split("/", 3)[3]
    return NAMES_IN_PATHS.sub("…", path)
