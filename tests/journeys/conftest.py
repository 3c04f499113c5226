"""Journeys: people walk the path in a real browser; letters really leave over SMTP and are read from the sink."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from keynet.local import browser
from tests.journeys.inspection import inspect
from tests.journeys.post_office import PostOffice

# The browser's driver runs an event loop in this thread; Django's guard against blocking it does not apply to tests.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 375, "height": 720}


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Start the system's Chromium, quiet and without its own network life."""
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    quiet = ["--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking"]
    more = ["--disable-component-update", "--disable-sync", "--disable-quic"]
    chromium = os.environ.get("CHROMIUM_PATH") or pytest.fail(browser.advice(), pytrace=False)
    return {"executable_path": chromium, "args": [*sandbox, *quiet, *more]}


@pytest.fixture
def post_office() -> PostOffice:
    """Events are relayed and letters delivered when a test says so; then the sink is read."""
    return PostOffice()


@pytest.fixture
def visit(browser: Browser, live_server: LiveServer) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a fresh browser for one person; every page it shows is inspected."""
    contexts = []

    def open_browser(*, phone: bool = False, javascript: bool = True) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport=PHONE if phone else WIDE,
            java_script_enabled=javascript,
            locale="ja-JP",
            timezone_id="Asia/Tokyo",
        )
        context.set_default_timeout(8000)
        contexts.append(context)
        page = context.new_page()
        return page

    yield open_browser
    for context in contexts:
        context.close()


@pytest.fixture
def inspected() -> Callable[[Page], None]:
    """Return the inspection of a page: axe, one h1, no sideways scrolling, a title of its own."""
    return inspect
