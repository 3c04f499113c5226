"""A small client: one kept connection that measures, and many of them at once for load."""

import socket
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, islice

PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: milliseconds to its first byte and to its end, status and size in bytes."""

    status: int
    first: float
    whole: float
    size: int


class Line:
    """One kept connection to a server of this machine."""

    def __init__(self, port: int, cookie: str = "") -> None:
        self.port = port
        self.head = (
            f" HTTP/1.1\r\nHost: 127.0.0.1\r\n{f'Cookie: {cookie}' if cookie else 'X-Bench: 1'}\r\n\r\n"
        )
        self.socket: socket.socket | None = None

    def get(self, path: str) -> Answer:
        """Ask for a page; a connection that the server has closed meanwhile is opened again."""
        for _ in range(2):
            kept = self.socket is not None
            answer = self._ask(path)
            if answer:
                return answer
            if not kept:
                break
        raise SystemExit(f"{path} got no answer")

    def milliseconds(self, path: str) -> float:
        """Return the time of one page, which must be there."""
        answer = self.get(path)
        if answer.status != 200:
            raise SystemExit(f"{path} answered {answer.status}")
        return answer.whole

    def close(self) -> None:
        """Hang up."""
        if self.socket:
            self.socket.close()
        self.socket = None

    def _ask(self, path: str) -> Answer | None:
        started = time.perf_counter()
        try:
            if self.socket is None:
                self.socket = socket.create_connection(("127.0.0.1", self.port), timeout=600)
                self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.socket.sendall(f"GET {path}{self.head}".encode())
            begun = self.socket.recv(PIECE)
        except ConnectionError:
            begun = b""
        if not begun:
            self.close()
            return None
        first = time.perf_counter()
        status, size = self._read(begun)
        return Answer(status, (first - started) * 1000, (time.perf_counter() - started) * 1000, size)

    def _read(self, begun: bytes) -> tuple[int, int]:
        """Read the rest and return status and size; a body without a length is read to its last chunk."""
        assert self.socket
        while b"\r\n\r\n" not in begun:
            begun += self.socket.recv(PIECE)
        head, _, body = begun.partition(b"\r\n\r\n")
        lines = head.lower().split(b"\r\n")
        status = int(lines[0].split()[1])
        lengths = [int(line.split(b":")[1]) for line in lines if line.startswith(b"content-length:")]
        size, tail = len(body), body[-5:]
        while size < lengths[0] if lengths else not tail.endswith(b"0\r\n\r\n"):
            piece = self.socket.recv(PIECE)
            if not piece:
                raise SystemExit("an answer broke off")
            size, tail = size + len(piece), (tail + piece)[-5:]
        return status, size


def load(port: int, paths: Sequence[str], *, connections: int, seconds: float) -> list[float]:
    """Read these pages over and over on so many connections; return the milliseconds of every answer."""
    until = time.perf_counter() + seconds
    times: list[list[float]] = [[] for _ in range(connections)]

    def read(place: int) -> None:
        line = Line(port)
        own = islice(cycle(paths), place, None)
        while time.perf_counter() < until:
            times[place].append(line.milliseconds(next(own)))
        line.close()

    threads = [threading.Thread(target=read, args=(place,)) for place in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [one for own in times for one in own]
