"""The worlds of the access tests."""

from tests.access.related import related
from tests.access.world import world

__all__ = ["related", "world"]
