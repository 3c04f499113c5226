"""A kept-open SMTP line that tells "refused" from "accepted but not confirmed"."""

import re
import smtplib
import ssl
import time
from collections.abc import Mapping
from contextlib import suppress
from email import policy
from email.message import Message
from email.utils import parseaddr
from types import TracebackType
from typing import Any, Self

from keynet.outbox.replies import PatientSMTP, PatientSMTPS

WIRE = policy.compat32.clone(linesep="\r\n")
PATIENCE = 20.0
"""Seconds for one letter, dialling included; shorter than the postman's lease, so that nobody else takes it."""


class Unanswered(Exception):
    """The text was handed over, but the server's answer never came."""


class NoLine(Exception):
    """There is no server to talk to; this says nothing about the letter."""


class Line:
    """One connection for many letters; opened at the first letter, opened anew after any trouble."""

    def __init__(self, server: Mapping[str, Any], *, timeout: float) -> None:
        self.server = server
        self.timeout = timeout
        self.smtp: PatientSMTP | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        if self.smtp is not None:
            with suppress(OSError, smtplib.SMTPException):
                self.smtp.quit()
        self.hang_up()

    def send(self, message: Message, *, to: str) -> None:
        """Hand over one message to exactly one recipient.

        Raises NoLine when no server answers, SMTPResponseException when it refuses the letter, and Unanswered when
        only the last answer is missing. Any other OSError or SMTPException: the letter surely did not leave.
        """
        until = time.monotonic() + PATIENCE
        smtp = self.smtp or self._dial(until)
        smtp.until = until
        try:
            _expect(smtp.mail(parseaddr(message["From"])[1]), 250)
            _expect(smtp.rcpt(to), 250, 251)
            _expect(smtp.docmd("DATA"), 354)
            smtp.send(_on_the_line(message))
            _expect(_last_answer(smtp), 250)
        except smtplib.SMTPResponseException:
            self._start_over(smtp)
            raise
        except (OSError, smtplib.SMTPException, Unanswered):
            self.hang_up()
            raise

    def hang_up(self) -> None:
        """Close the connection, whatever state it is in."""
        if self.smtp is not None:
            self.smtp.close()
            self.smtp = None

    def _dial(self, until: float) -> PatientSMTP:
        host, port, timeout = self.server["host"], self.server["port"], self.timeout
        try:
            if self.server["ssl"]:
                self.smtp = PatientSMTPS(
                    host, port, timeout=timeout, until=until, context=ssl.create_default_context()
                )
            else:
                self.smtp = PatientSMTP(host, port, timeout=timeout, until=until)
            if self.server["starttls"]:
                self.smtp.starttls(context=ssl.create_default_context())
            if self.server["user"]:
                self.smtp.login(self.server["user"], self.server["password"])
            self.smtp.ehlo_or_helo_if_needed()
        except (OSError, smtplib.SMTPException) as error:
            self.hang_up()
            raise NoLine(f"{type(error).__name__}: {error}") from error
        return self.smtp

    def _start_over(self, smtp: PatientSMTP) -> None:
        """Keep the line after a refusal, when the server is still there."""
        try:
            _expect(smtp.docmd("RSET"), 250)
        except (OSError, smtplib.SMTPException):
            self.hang_up()


def _last_answer(smtp: PatientSMTP) -> tuple[int, bytes]:
    try:
        return smtp.getreply()
    except (OSError, smtplib.SMTPException) as error:
        raise Unanswered(f"{type(error).__name__}: {error}") from error


def _expect(answer: tuple[int, bytes], *codes: int) -> None:
    if answer[0] not in codes:
        raise smtplib.SMTPResponseException(*answer)


def _on_the_line(message: Message) -> bytes:
    """Return the text as SMTP wants it: CRLF, dots at line starts doubled, a line with one dot at the end."""
    text = message.as_bytes(policy=WIRE)
    return re.sub(rb"(?m)^\.", b"..", text) + b"\r\n.\r\n"
