"""The browser of the journeys: Chromium of the system, or another one named by CHROMIUM_PATH."""

import os
import shutil

from keynet.local import debian

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ON_MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


def find() -> str | None:
    """Return the path of a browser; None when this machine has none."""
    named = os.environ.get("CHROMIUM_PATH")
    found = (shutil.which(name) for name in (named, *NAMES, ON_MAC) if name)
    return next((path for path in found if path), None)


def find_or_install() -> str | None:
    """Return the path of a browser, installed first when we are root on Debian or Ubuntu."""
    lacking = [] if os.environ.get("CHROMIUM_PATH") else debian.missing(debian.FOR_BROWSER)
    if lacking:
        debian.install(lacking)
    return find()


def advice() -> str:
    """Return what to do where there is none."""
    line = debian.line_to_run(list(debian.FOR_BROWSER))
    return f"The journeys need a browser: run `{line}`, or let CHROMIUM_PATH name a Chromium of your own."
