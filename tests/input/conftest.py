"""The world of the bad-input tests, and who sends things there."""

from collections.abc import Iterator

import pytest

from tests.access.world import world
from tests.input.scene import scene
from tests.input.sending import Sender

__all__ = ["scene", "world"]


@pytest.fixture
def sender(request: pytest.FixtureRequest) -> Iterator[Sender]:
    """Say the figures at the end, also of a long run that was stopped, and fail on any fault."""
    sender = Sender()
    yield sender
    print(f"{request.node.name}: {sender.figures}")
    assert not sender.faults, "\n".join(sender.faults)
