"""The browser of the journeys: Chromium of the system, or another one named by CHROMIUM_PATH."""

import os
import shutil

from keynet.local import machine

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ON_MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


def find() -> str | None:
    """Return the path of a browser; None when this machine has none."""
    named = os.environ.get("CHROMIUM_PATH")
    found = [shutil.which(name) for name in (named, *NAMES, ON_MAC) if name]
    return next((path for path in found if path), None)


def find_or_install() -> str | None:
    """Return the path of a browser, installed first when we are root on Debian or Ubuntu."""
    if find() is None or machine.missing(machine.FOR_BROWSER):
        machine.install(list(machine.FOR_BROWSER))
    return find()


def advice() -> str:
    """Return what to do when there is no browser."""
    return (
        "The journeys need Chromium: run "
        f"`{machine.line_to_run(list(machine.FOR_BROWSER))}`, or set CHROMIUM_PATH to a Chromium of your own."
    )
