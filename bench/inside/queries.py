"""How many questions each page asks the database, the read-only transaction around it not counted."""

from django.contrib.auth import get_user_model
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

FRAME = ("SET ", "BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")


def answer(*pages: str) -> dict[str, int | None]:
    """Return the number of each page, None where there is none; a page is " path" or "person@… path"."""
    with override_settings(ALLOWED_HOSTS=["*"]):
        return {page: _count(*page.rpartition(" ")[::2]) for page in pages}


def _count(person: str, path: str) -> int | None:
    client = Client()
    if person:
        client.force_login(get_user_model().objects.get(email=person))
    client.get(path)  # templates and the like are loaded now
    caches["pages"].clear()  # what is remembered for some seconds is asked again: the dearest case
    with CaptureQueriesContext(connection) as asked:
        answered = client.get(path)
    if answered.status_code != 200:
        return None
    return sum(not query["sql"].startswith(FRAME) for query in asked.captured_queries)
