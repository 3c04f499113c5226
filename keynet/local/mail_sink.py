"""The program behind `mail.Sink`: takes every mail, sends none on, files each as `<time>.eml`."""

import itertools
import os
import signal
import sys
import threading
import time
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from keynet.local import mail_pages

LARGEST_MAIL = 20_000_000  # bytes


class Folder:
    """Files mails in the order of their arrival; a file that is visible is complete."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.numbers = itertools.count()

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        name = f"{time.time_ns():020d}-{next(self.numbers):06d}"
        recipients = ", ".join(envelope.rcpt_tos)
        being_written = self.folder / f".{name}"
        content = envelope.original_content or b""
        being_written.write_bytes(f"X-Envelope-To: {recipients}\r\n".encode() + content)
        being_written.rename(self.folder / f"{name}.eml")
        return "250 filed"


def main(folder: str, smtp_port: str, reading_port: str) -> None:
    """Serve until SIGTERM."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGINT})
    controller = Controller(
        Folder(Path(folder)),
        hostname="127.0.0.1",
        port=int(smtp_port),
        data_size_limit=LARGEST_MAIL,
        enable_SMTPUTF8=True,
    )
    controller.start()
    if int(reading_port):
        pages = mail_pages.server(Path(folder), int(reading_port))
        threading.Thread(target=pages.serve_forever, daemon=True).start()
    signal.sigwait({signal.SIGTERM, signal.SIGINT})
    os._exit(0)  # nothing is in memory that is not on the disk


if __name__ == "__main__":
    main(*sys.argv[1:])
