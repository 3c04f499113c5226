"""A browser of a real web process: cookies, forms and nothing more; and the mailbox of whoever sits before it."""

import re
from collections.abc import Mapping
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlencode

from keynet.accounts.models import User
from tests.cast import signed_in
from tests.faults.conftest import wait_until

TOKEN = "x" * 32


class Visitor:
    """Somebody before a browser: signed in when a user is given, a guest otherwise."""

    def __init__(self, port: int, user: User | None = None) -> None:
        self.port = port
        login = f"sessionid={signed_in(user).cookies['sessionid'].value}; " if user else ""
        self.headers = {
            "Cookie": f"{login}csrftoken={TOKEN}",
            "X-CSRFToken": TOKEN,
            "Content-Type": "application/x-www-form-urlencoded",
        }

    def get(self, path: str, status: int = 200) -> str:
        """Return the page."""
        return self._ask("GET", path, None, status)

    def post(self, path: str, facts: Mapping[str, object], status: int = 302) -> str:
        """Send a form; return where it leads, or the page that came back."""
        return self._ask("POST", path, urlencode(facts, doseq=True), status)

    def _ask(self, method: str, path: str, body: str | None, status: int) -> str:
        line = HTTPConnection("127.0.0.1", self.port, timeout=60)
        line.request(method, quote(path, safe="/?=&"), body, self.headers)
        answer = line.getresponse()
        text = answer.read().decode("utf-8", "replace")
        line.close()
        assert answer.status == status, (
            f"{method} {path}: {answer.status}\n{text[text.find('<main') :][:2000]}"
        )
        return answer.getheader("Location") or text


def mails(folder: Path) -> list[EmailMessage]:
    """Return everything that the sink took, in the order of arrival; the first header says to whom."""
    files = sorted(folder.glob("*.eml"))
    return [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]


def words_of(mail: EmailMessage) -> str:
    """Return subject line and both texts."""
    parts = [str(part.get_content()) for part in mail.walk() if part.get_content_maintype() == "text"]
    return "\n".join([str(mail["Subject"]), *parts])


def code_in(folder: Path, address: str) -> str:
    """Wait for the newest mail with a code to an address, and return the code."""
    return _newest(folder, address, r"確認コード：(\d{6})")


def link_in(folder: Path, address: str, ending: str) -> str:
    """Wait for the newest mail with such a link to an address, and return the link's path."""
    return _newest(folder, address, rf"https?://[^/\s]+(/\S+{ending})")


def _newest(folder: Path, address: str, pattern: str) -> str:
    found: list[str] = []

    def has_arrived() -> bool:
        to = [words_of(mail) for mail in mails(folder) if mail["X-Envelope-To"] == address]
        found.extend(words for text in to for words in re.findall(pattern, text))
        return bool(found)

    wait_until(has_arrived)
    return found[-1]
