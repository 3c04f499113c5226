"""Relay and postman at a test's command, and the mail sink's folder."""

import os
import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from keynet.outbox import postman, relay
from keynet.reactions import REACTIONS

LINK = re.compile(r"https?://\S+")
CODE = re.compile(r"確認コード：(\d{6})")


class PostOffice:
    """What beat and the worker do in service, done now; reads what really arrived at the sink."""

    def __init__(self) -> None:
        self.folder = Path(os.environ["KEYNET_TEST_RUN"]) / "mail"
        self.seen = set(self.folder.glob("*.eml"))

    def deliver(self) -> None:
        """Handle every waiting event and send every due letter."""
        relay.run(REACTIONS)
        postman.deliver()

    def mails_to(self, address: str, about: str = "") -> list[EmailMessage]:
        """Deliver, and return this test's mails to an address whose subject line has the words, oldest first."""
        self.deliver()
        fresh = sorted(set(self.folder.glob("*.eml")) - self.seen)  # named by the time of their arrival
        mails = (message_from_bytes(path.read_bytes(), policy=policy.default) for path in fresh)
        return [mail for mail in mails if mail["To"] == address and about in mail["Subject"]]

    def the_mail_to(self, address: str, about: str) -> EmailMessage:
        """Return the mail that must have arrived exactly once."""
        mails = self.mails_to(address, about)
        assert len(mails) == 1, f"{len(mails)} mails to {address} about {about}"
        return mails[0]

    def link_to(self, address: str, about: str, containing: str = "") -> str:
        """Return the path of the first link (with these words in it) in the newest such mail."""
        text = text_of(self.mails_to(address, about)[-1])
        link = next(link for link in LINK.findall(text) if containing in link)
        return "/" + link.split("/", 3)[3]

    def code_to(self, address: str) -> str:
        """Return the six digits of the newest mail with a code."""
        found = CODE.search(text_of(self.mails_to(address, "確認コード")[-1]))
        assert found
        return found[1]


def text_of(mail: EmailMessage) -> str:
    """Return the plain-text part."""
    part = mail.get_body(("plain",))
    assert part is not None
    return str(part.get_content())
