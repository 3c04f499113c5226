import re
from pathlib import Path

import pytest

from keynet.local.places import ROOT

LOCKS = ("requirements.lock", "requirements-local.lock", "requirements-dev.lock")


def pins(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / lock).read_text(), re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_with_its_hashes(lock: str) -> None:
    for stanza in re.split(r"\n(?=[a-z])", (ROOT / lock).read_text().strip()):
        assert re.match(r"[a-z0-9-]+==\S+.*\\\n    --hash=sha256:[0-9a-f]{64}", stanza), stanza[:80]


def test_the_three_locks_agree() -> None:
    production, local, dev = (pins(lock) for lock in LOCKS)
    assert production.items() <= local.items() <= dev.items()


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_a_machine_or_a_host(lock: str) -> None:
    assert not re.search(r"https?:|file:|--find-links|--index-url|/home/|/opt/", (ROOT / lock).read_text())


def test_uv_is_installed_as_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from keynet.local import packages

    said: list[str] = []
    monkeypatch.setattr(packages, "VENV", tmp_path)
    monkeypatch.setattr(packages, "_run", lambda command: said.append(Path(command[-1]).read_text()))
    packages._own_uv(packages.SERVE)
    assert re.fullmatch(r"uv==\S+ \\\n(    --hash=sha256:[0-9a-f]{64}( \\)?\n)+", said[0])


def test_the_environment_of_the_tests_also_serves() -> None:
    from keynet.local import packages

    assert packages._is_installed(packages.TEST)
    assert packages._is_installed(packages.SERVE)
