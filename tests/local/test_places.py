import os
from pathlib import Path

import pytest

from keynet.local import places
from keynet.local.console import Refusal


def test_a_path_below_a_private_directory_is_closed_to_others(folder: Path) -> None:
    inner = folder / "private" / "checkout"
    inner.mkdir(parents=True)
    inner.parent.chmod(0o700)
    assert places.is_closed_to_others(inner)


def test_a_deep_checkout_has_its_sockets_where_their_path_is_short_enough(folder: Path) -> None:
    deep = folder / ("deep" * 25)
    deep.mkdir()
    here = places.at(deep / ".run")
    assert len(os.fsencode(here.sockets)) <= places.LONGEST_SOCKET_DIRECTORY
    assert here.sockets.is_dir()
    here.sockets.rmdir()
    here.sockets.parent.rmdir()


def test_a_secret_is_made_once_and_kept_from_others(folder: Path) -> None:
    here = places.at(folder)
    first = here.secret("secret-key")
    assert len(first) >= 50
    assert here.secret("secret-key") == first
    assert (folder / "secret-key").stat().st_mode & 0o077 == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_checkout_that_is_not_writable_is_refused_in_one_sentence(folder: Path) -> None:
    folder.chmod(0o500)
    with pytest.raises(Refusal, match="not writable"):
        places.at(folder / ".run")
