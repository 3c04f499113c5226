"""What the measuring side must know of the database."""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client

from bench.budgets import PEOPLE
from postings.models import Listing

SETTINGS = ("shared_buffers", "work_mem", "maintenance_work_mem", "random_page_cost", "jit", "fsync")


def answer() -> dict[str, Any]:
    """Return the numbers of the newest postings, a session of each person, and the facts of the database."""
    newest = Listing.objects.select_related("posting").order_by("-published_at", "-posting")[:1000]
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        version = cursor.fetchone()[0]
        cursor.execute("SELECT name, setting, unit FROM pg_settings WHERE name = ANY(%s)", [list(SETTINGS)])
        found = {name: f"{value}{unit or ''}" for name, value, unit in cursor.fetchall()}
        cursor.execute("SELECT pg_database_size(current_database())")
        size = cursor.fetchone()[0]
    return {
        "numbers": [one.posting.number for one in newest],
        "keys": [one.posting_id for one in newest],
        "published": Listing.objects.count(),
        "sessions": {person: _session(person) for person in PEOPLE},
        "version": version,
        "settings": found,
        "bytes": size,
    }


def _session(email: str) -> str:
    client = Client()
    client.force_login(get_user_model().objects.get(email=email))
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
