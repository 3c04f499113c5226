"""The world of the bad-input tests, and who sends things there."""

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
from django.db import connections, transaction
from django.test import override_settings

from tests.input.scene import Scene, build
from tests.input.sending import Sender


@pytest.fixture(scope="module")
def scene(django_db_setup: None, django_db_blocker: Any) -> Iterator[Scene]:
    """Build the scene once for the tests of a file, in a transaction around theirs, which are all rolled back."""
    fast = override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"])
    # Django closes the connection after each test, and with it the transaction around them.
    kept = patch.object(connections["default"], "close")
    with django_db_blocker.unblock(), fast, kept, transaction.atomic():
        yield build()
        transaction.set_rollback(True)


@pytest.fixture
def sender(request: pytest.FixtureRequest) -> Iterator[Sender]:
    """Say the figures at the end, also of a long run that was stopped, and fail on any fault."""
    sender = Sender()
    yield sender
    print(f"{request.node.name}: {sender.figures}")
    assert not sender.faults, "\n".join(sender.faults)
