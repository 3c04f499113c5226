"""The cast, and a suite that is stricter than Django."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from tests.strictness import check_letters, forbid_network

pytest_plugins = ["tests.cast"]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Let tests with transactions of their own empty the tables after them; the product never empties one."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE applications_personalaccess DISABLE TRIGGER personal_access_not_emptied")


@pytest.fixture(autouse=True)
def _stricter_than_django(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No network but this machine; every letter that any test writes has one recipient and a known kind."""
    forbid_network(monkeypatch)
    yield
    if request.node.get_closest_marker("django_db"):
        check_letters()


@pytest.fixture(autouse=True)
def _plain_settings(settings: object) -> None:
    """Fast passwords, static files without a manifest, counts that are never old; the rest is the product's own."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]
    settings.STORAGES = {  # type: ignore[attr-defined]
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.CACHES = {  # type: ignore[attr-defined]
        **settings.CACHES,  # type: ignore[attr-defined]
        "pages": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
    }
    # pytest-django would catch what libraries mail; here it becomes a letter as in the product.
    settings.EMAIL_BACKEND = "keynet.outbox.backend.OutboxBackend"  # type: ignore[attr-defined]
