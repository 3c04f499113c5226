"""A kept-open SMTP line that tells "refused" from "accepted but not confirmed"."""

import re
import smtplib
from collections.abc import Mapping
from email.message import EmailMessage
from types import TracebackType
from typing import Any, Self


class Unanswered(Exception):
    """The text was handed over, but the server's answer never came."""


class Line:
    """One connection for many letters; opened at the first letter, opened anew after any trouble."""

    def __init__(self, server: Mapping[str, Any], *, timeout: float) -> None:
        self.server = server
        self.timeout = timeout
        self.smtp: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self.hang_up()

    def send(self, message: EmailMessage, *, to: str) -> None:
        """Hand over one message to exactly one recipient.

        Raises Unanswered when only the last answer is missing; before that the letter surely did not leave and the
        error is smtplib's own or an OSError.
        """
        try:
            smtp = self.smtp or self._dial()
            self._envelope(smtp, message["From"].addresses[0].addr_spec, to)
            _expect(smtp.docmd("DATA"), 354)
            smtp.send(_dot_stuffed(message.as_bytes()) + b".\r\n")
        except (OSError, smtplib.SMTPException):
            self.hang_up()
            raise
        try:
            answer = smtp.getreply()
        except (OSError, smtplib.SMTPException) as error:
            self.hang_up()
            raise Unanswered(f"{type(error).__name__}: {error}") from error
        try:
            _expect(answer, 250)
        except smtplib.SMTPException:
            self.hang_up()
            raise

    def hang_up(self) -> None:
        """Close the connection, whatever state it is in."""
        if self.smtp is not None:
            self.smtp.close()
            self.smtp = None

    def _dial(self) -> smtplib.SMTP:
        make = smtplib.SMTP_SSL if self.server["ssl"] else smtplib.SMTP
        smtp = make(self.server["host"], self.server["port"], timeout=self.timeout)
        if self.server["starttls"]:
            smtp.starttls()
        if self.server["user"]:
            smtp.login(self.server["user"], self.server["password"])
        self.smtp = smtp
        return smtp

    def _envelope(self, smtp: smtplib.SMTP, sender: str, to: str) -> None:
        smtp.ehlo_or_helo_if_needed()
        _expect(smtp.mail(sender), 250)
        _expect(smtp.rcpt(to), 250, 251)


def _expect(answer: tuple[int, bytes], *codes: int) -> None:
    if answer[0] not in codes:
        raise smtplib.SMTPResponseException(*answer)


def _dot_stuffed(text: bytes) -> bytes:
    return re.sub(rb"(?m)^\.", b"..", text)
