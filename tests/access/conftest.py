"""The world of the access tests."""

from tests.access.world import world

__all__ = ["world"]
