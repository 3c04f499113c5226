"""Relay and postman at a test's command, and the mail sink's folder."""

import os
import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from keynet.outbox import postman, relay
from keynet.reactions import REACTIONS

LINK = re.compile(r"https?://\S+")


class PostOffice:
    """What beat and the worker do in service, done now; reads what really arrived at the sink."""

    def __init__(self) -> None:
        self.folder = Path(os.environ["KEYNET_TEST_RUN"]) / "mail"
        self.seen = set(self._files())

    def deliver(self) -> None:
        """Handle every waiting event and send every due letter."""
        relay.run(REACTIONS)
        postman.deliver()

    def mails(self) -> list[EmailMessage]:
        """Return the mails that arrived since this test began, oldest first."""
        fresh = [path for path in self._files() if path not in self.seen]
        return [
            message_from_bytes(path.read_bytes(), policy=policy.default) for path in sorted(fresh, key=_age)
        ]

    def mail_to(self, address: str, about: str = "") -> EmailMessage:
        """Deliver, and return the newest mail to an address whose subject line contains the words."""
        self.deliver()
        found = [mail for mail in self.mails() if mail["To"] == address and about in mail["Subject"]]
        assert found, (
            f"no mail to {address} about {about!r}; there are {[m['Subject'] for m in self.mails()]}"
        )
        return found[-1]

    def link_in_mail_to(self, address: str, about: str = "", containing: str = "") -> str:
        """Return the path of the first link in that mail (that contains the words)."""
        links = [link for link in LINK.findall(text_of(self.mail_to(address, about))) if containing in link]
        assert links
        return "/" + links[0].split("/", 3)[3]

    def _files(self) -> list[Path]:
        return [path for path in self.folder.rglob("*") if path.is_file()]


def text_of(mail: EmailMessage) -> str:
    """Return the plain-text part."""
    part = mail.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def _age(path: Path) -> float:
    return path.stat().st_mtime_ns
