"""What every page that a journey visits must be."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE = Axe()


def inspect(page: Page) -> None:
    """Fail on any axe violation, sideways scrolling, a missing or second h1, or a page without its own title."""
    results = AXE.run(page)
    assert not results.violations_count, f"{page.url}\n{results.generate_report()}"
    assert page.locator("h1").count() == 1, page.url
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (
        f"{page.url} scrolls sideways"
    )
    assert "｜" in page.title() or "Key-Net" in page.title(), page.title()
