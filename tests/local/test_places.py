import os
from pathlib import Path

import pytest

from keynet.local import places
from keynet.local.console import Refusal


def test_a_path_below_a_private_directory_is_closed_to_others(tmp_path: Path) -> None:
    inner = tmp_path / "private" / "checkout"
    inner.mkdir(parents=True)
    inner.parent.chmod(0o700)
    assert places.is_closed_to_others(inner)


def test_a_deep_checkout_has_its_sockets_where_their_path_is_short_enough(tmp_path: Path) -> None:
    deep = tmp_path / ("deep" * 25)
    deep.mkdir()
    here = places.at(deep / ".run")
    assert len(os.fsencode(here.sockets)) <= places.LONGEST_SOCKET_DIRECTORY
    assert here.sockets.is_dir()
    here.sockets.rmdir()
    here.sockets.parent.rmdir()


def test_a_secret_is_made_once_and_kept_from_others(tmp_path: Path) -> None:
    here = places.at(tmp_path)
    first = here.secret("secret-key")
    assert len(first) >= 50
    assert here.secret("secret-key") == first
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_checkout_that_is_not_writable_is_refused_in_one_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(Refusal, match="not writable"):
        places.at(tmp_path / ".run")
