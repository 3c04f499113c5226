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
    if not os.environ.get("CHROMIUM_PATH"):
        debian.Installation(debian.FOR_BROWSER, purpose="The journeys").finish()
    return find()
