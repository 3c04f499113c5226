"""Journeys: people walk the path in a real browser; letters really leave over SMTP and are read from the sink."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from keynet.accounts.models import User
from keynet.local import browser
from keynet.stylesheet import IMPORT, SHEET
from tests.cast import signed_in
from tests.journeys.inspection import Inspection
from tests.journeys.post_office import PostOffice
from tests.journeys.visitor import Visitor

# The browser's driver runs an event loop in this thread; Django's guard against blocking it does not apply to tests.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 375, "height": 720}
Visit = Callable[..., Visitor]


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Start the system's Chromium, quiet and without its own network life."""
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    quiet = ["--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking"]
    more = ["--disable-component-update", "--disable-sync", "--disable-quic"]
    chromium = os.environ.get("CHROMIUM_PATH") or pytest.fail(browser.advice(), pytrace=False)
    return {"executable_path": chromium, "args": [*sandbox, *quiet, *more]}


@pytest.fixture(autouse=True)
def _as_in_the_demonstration(settings: Any) -> None:
    """Nobody must take a second step at every login here; the journey of the second step asks for it again."""
    settings.REQUIRE_MFA = False


@pytest.fixture
def post_office() -> PostOffice:
    """Events are relayed and letters delivered when a test says so; then the sink is read."""
    return PostOffice()


@pytest.fixture(scope="session")
def inspection() -> Inspection:
    """One inspection for all journeys, which remembers what it has seen."""
    return Inspection()


@pytest.fixture(scope="session")
def stylesheet() -> str:
    """Return the stylesheet as visitors get it, in one piece: thirty parts a page would make the journeys slow."""
    sheet = Path(finders.find(SHEET) or "")
    return IMPORT.sub(lambda part: (sheet.parent / part[1]).read_text(), sheet.read_text())


@pytest.fixture
def visit(
    browser: Browser, live_server: LiveServer, inspection: Inspection, stylesheet: str
) -> Iterator[Visit]:
    """Return a function that opens a fresh browser for one person, signed in where signing in is not the point."""
    visitors: list[Visitor] = []

    def open_browser(
        who: User | None = None, *, phone: bool = False, javascript: bool = True, **options: Any
    ) -> Visitor:
        context = browser.new_context(
            **{
                "base_url": live_server.url,
                "viewport": PHONE if phone else WIDE,
                "java_script_enabled": javascript,
                "locale": "ja-JP",
                "timezone_id": "Asia/Tokyo",
                **options,
            }
        )
        context.set_default_timeout(8000)
        context.route(f"**/{SHEET}", lambda route: route.fulfill(body=stylesheet, content_type="text/css"))
        if who:
            session = signed_in(who).cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        visitors.append(Visitor(context.new_page(), partial(inspection, runs_scripts=javascript)))
        return visitors[-1]

    yield open_browser
    said = [words for visitor in visitors for words in visitor.said]
    for visitor in visitors:
        visitor.page.context.close()
    assert not said, said
