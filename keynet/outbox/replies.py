"""smtplib with an end to its patience: a server that sends one byte a second must not hold a letter for minutes.

smtplib's timeout counts from byte to byte; here the whole conversation about a letter has a deadline.
"""

import smtplib
import socket
import time
from typing import Any


class PatientSMTP(smtplib.SMTP):
    """An SMTP connection whose answers must all come before `until` (of `time.monotonic`)."""

    def __init__(self, host: str, port: int, *, until: float, **kwargs: Any) -> None:
        self.until = until
        super().__init__(host, port, **kwargs)

    def getreply(self) -> tuple[int, bytes]:
        """Return the server's next answer; raises SMTPServerDisconnected when it does not come in time."""
        if self.file is None and self.sock is not None:
            self.file = Replies(self.sock, self)
        return super().getreply()


class PatientSMTPS(PatientSMTP, smtplib.SMTP_SSL):
    """The same over TLS from the first byte."""


class Replies:
    """The server's lines: the part of a file object that smtplib reads answers from."""

    def __init__(self, sock: socket.socket, smtp: PatientSMTP) -> None:
        self.sock = sock
        self.smtp = smtp
        self.waiting = b""

    def readline(self, most: int) -> bytes:
        """Return one line, at most this long; what was sent so far when the server hung up."""
        while b"\n" not in self.waiting and len(self.waiting) < most:
            left = self.smtp.until - time.monotonic()
            if left <= 0:
                raise TimeoutError("the server is too slow")
            self.sock.settimeout(min(left, self.smtp.timeout))
            chunk = self.sock.recv(4096)
            if not chunk:
                break
            self.waiting += chunk
        self.sock.settimeout(self.smtp.timeout)
        end = min(self.waiting.find(b"\n") + 1 or len(self.waiting), most)
        line, self.waiting = self.waiting[:end], self.waiting[end:]
        return line

    def close(self) -> None:
        """Leave the socket to smtplib."""
