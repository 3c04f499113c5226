import tempfile
from pathlib import Path

import pytest

from keynet.local import locks, testing

pytestmark = pytest.mark.processes


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory of temporary files in which every run is old enough to be looked at."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(testing, "JUST_MADE", -1)
    return tmp_path


def _run(runs: Path, name: str) -> Path:
    home = runs / f"keynet-test-{name}"
    home.mkdir()
    (home / "lock").touch()
    return home


def test_what_a_killed_run_left_is_removed_and_what_a_run_holds_stays(runs: Path) -> None:
    killed, alive = _run(runs, "killed"), _run(runs, "alive")
    with locks.join(alive / "lock"):
        testing._sweep_abandoned_runs()
    assert (killed.exists(), alive.exists()) == (False, True)


def test_a_run_may_end_while_another_one_sweeps(runs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ended, killed = _run(runs, "ended"), _run(runs, "killed")
    (ended / "lock").unlink()
    ended.rmdir()
    monkeypatch.setattr(Path, "glob", lambda *_: iter((ended, killed)))
    testing._sweep_abandoned_runs()
    assert not killed.exists()
