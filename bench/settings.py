"""The service's own settings, plus the floor pages."""

from keynet.settings import *  # noqa: F403  (everything as in service)
from keynet.settings import BASE_DIR, TEMPLATES

ROOT_URLCONF = "bench.urls"
TEMPLATES[0]["DIRS"] = [*TEMPLATES[0]["DIRS"], BASE_DIR / "bench" / "templates"]  # type: ignore[misc]
