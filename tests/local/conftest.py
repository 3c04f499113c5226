import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def folder() -> Iterator[Path]:
    """A directory that other accounts can enter: below pytest's own, parts of .run would lie elsewhere and stay."""
    with tempfile.TemporaryDirectory(prefix="keynet-checkout-") as name:
        Path(name).chmod(0o755)
        yield Path(name)
