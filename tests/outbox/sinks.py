"""Mail servers that misbehave: real ones (aiosmtpd) with one bad habit, and bare sockets for what no server does."""

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass
class Inbox:
    """What a server took over for good, and where it listens."""

    port: int = 0
    mails: list[tuple[list[str], bytes]] = field(default_factory=list)

    @property
    def server(self) -> dict[str, Any]:
        """Return the settings that lead the postman here."""
        return {
            "host": "127.0.0.1",
            "port": self.port,
            "user": "",
            "password": "",
            "starttls": False,
            "ssl": False,
        }


@dataclass
class Habit:
    """How a server answers: a reply line replaces the good one; `stall` and `drop` name the moment of silence."""

    mail: str = "250 OK"
    rcpt: str = "250 OK"
    data: str = "250 filed"
    stall_before_data: bool = False
    stall_after_data: bool = False
    drop_after_data: bool = False


class Keeper:
    """The handler behind a server."""

    def __init__(self, habit: Habit, inbox: Inbox) -> None:
        self.habit = habit
        self.inbox = inbox

    async def handle_MAIL(self, server: SMTP, session: Session, envelope: Envelope, *given: Any) -> str:
        envelope.mail_from = given[0]
        return self.habit.mail

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, *given: Any) -> str:
        if self.habit.rcpt.startswith("250"):
            envelope.rcpt_tos.append(given[0])
        return self.habit.rcpt

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.habit.data.startswith("250"):
            self.inbox.mails.append((list(envelope.rcpt_tos), envelope.original_content or b""))
        if self.habit.stall_after_data:
            await asyncio.sleep(60)
        if self.habit.drop_after_data:
            server.transport.abort()
        return self.habit.data


class Server(SMTP):
    """aiosmtpd's own server, which may also fall silent when it is asked to take the text."""

    async def smtp_DATA(self, arg: str) -> None:
        if self.event_handler.habit.stall_before_data:
            await asyncio.sleep(60)
        await super().smtp_DATA(arg)


class Post(Controller):
    """Runs a server in a thread."""

    def factory(self) -> SMTP:
        return Server(self.handler, enable_SMTPUTF8=True)


@contextmanager
def sink(habit: Habit | None = None, *, port: int = 0) -> Iterator[Inbox]:
    """Run a mail server with this habit."""
    inbox = Inbox(port=port or free_port())
    post = Post(Keeper(habit or Habit(), inbox), hostname="127.0.0.1", port=inbox.port)
    post.start()
    try:
        yield inbox
    finally:
        post.stop(no_assert=True)


@contextmanager
def socket_that(talks: Callable[[socket.socket], None]) -> Iterator[Inbox]:
    """Run something on a port that is no mail server; `talks` has the line to itself."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                line, _ = listening.accept()
                with line:
                    talks(line)
            except OSError:
                return

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield Inbox(port=listening.getsockname()[1])
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()


def says_garbage(line: socket.socket) -> None:
    """A web server on the mail server's port."""
    line.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


def says_one_byte_at_a_time(line: socket.socket) -> None:
    """A banner that never ends, fast enough for every timeout between two bytes."""
    for byte in b"220-" + b"a" * 400:
        line.sendall(bytes([byte]))
        time.sleep(0.05)


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
