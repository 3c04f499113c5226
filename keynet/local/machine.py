"""What the machine itself must have: system packages, free space, a free port."""

import errno
import shutil
import socket
from pathlib import Path

from keynet.local.console import Refusal


def need_space(place: Path, megabytes: int) -> None:
    """Refuse to start on a disk that is about to be full."""
    if shutil.disk_usage(place).free < megabytes * 1_000_000:
        raise Refusal(
            f"The disk of {place} is nearly full: free {megabytes} MB and start this command again."
        )


def need_free_port(port: int) -> None:
    """Refuse a port that another program listens on."""
    with socket.socket() as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind(("127.0.0.1", port))
        except OSError as problem:
            what = "may not be used" if problem.errno == errno.EACCES else "is taken by another program"
            raise Refusal(
                f"Port {port} {what}: choose another one, for example PORT={port + 10} bin/serve."
            ) from None


def free_port(wish: int = 0) -> int:
    """Return a port that nobody listens on at this moment: the wished one, or else any."""
    with socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            line.bind(("127.0.0.1", wish))
        except OSError:
            line.bind(("127.0.0.1", 0))
        return int(line.getsockname()[1])
