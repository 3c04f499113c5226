"""How one command of a checkout finds the servers that another one has started."""

import json
import time
from pathlib import Path

from keynet.local.console import Refusal
from keynet.local.places import Places


def publish(places: Places, by: str, variables: dict[str, str]) -> None:
    """Tell other commands who runs the servers and how to reach them; readable by their owner only."""
    being_written = _file(places).with_suffix(".new")
    being_written.unlink(missing_ok=True)
    being_written.touch(mode=0o600)
    being_written.write_text(json.dumps({"by": by, "variables": variables}))
    being_written.rename(_file(places))


def withdraw(places: Places) -> None:
    """Say that the servers stop; also what a killed command has said before."""
    _file(places).unlink(missing_ok=True)


def wait_for(places: Places, seconds: float = 30.0) -> dict[str, str]:
    """Return the variables, once the command that starts the servers has published them."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if _file(places).exists():
            return dict(json.loads(_file(places).read_text())["variables"])
        time.sleep(0.1)
    raise Refusal("Another command of this checkout is starting the servers: try again when it is ready.")


def address(places: Places) -> str | None:
    """Return the address of the running site; None when the servers run for another command."""
    if not _file(places).exists():
        return None
    said = json.loads(_file(places).read_text())
    return str(said["variables"]["SITE_URL"]) if said["by"] == "serve" else None


def _file(places: Places) -> Path:
    return places.home / "servers.json"
