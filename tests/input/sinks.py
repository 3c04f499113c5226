"""Reading back what a page, a file or a mail says, as the program does that opens it."""

import csv
import email
import io
import json
import re
from email.header import decode_header, make_header
from email.message import Message
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

from applications.meeting.calendar import as_calendar
from applications.models import Interview
from keynet.outbox.message import as_message
from keynet.outbox.models import Letter
from tests.applications.reports.test_exports import cells

HEADERS = {
    *("Content-Type", "MIME-Version", "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted"),
    *("List-Unsubscribe", "List-Unsubscribe-Post"),
}
ATOM = "{http://www.w3.org/2005/Atom}"


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def squeezed(text: str) -> str:
    """Return the text without any space: where a page breaks its lines is its own business."""
    return "".join(text.split())


def words_of(html: str) -> str:
    """Return everything that a page says, and what stands in its fields, squeezed."""
    reader = _Words()
    reader.feed(html)
    reader.close()
    return squeezed("".join(reader.words))


def structured(html: str) -> Any:
    """Return the JSON-LD of a page as a search engine reads it."""
    found = re.search(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', html, re.S)
    assert found
    return json.loads(found[1])


def csv_cells(file: bytes) -> list[str]:
    """Return every cell of a file."""
    return [cell for row in csv.reader(io.StringIO(file.decode("utf-8-sig"), newline="")) for cell in row]


def workbook(file: bytes) -> list[str]:
    """Return every text of an Excel file, in which nothing is a formula (`cells` sees to it)."""
    return [text for row in cells(file) for kind, text in row.values() if kind == "inlineStr"]


def titles(feed: bytes) -> list[str]:
    """Return the titles of an Atom feed."""
    return [
        entry.findtext(f"{ATOM}title") or "" for entry in ElementTree.fromstring(feed).iter(f"{ATOM}entry")
    ]


def calendar(interview: Interview) -> dict[str, str]:
    """Return the lines of an .ics file by name; each name stands there once, but for those of the frame."""
    file = as_calendar(interview, url="https://key-net.example/")
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))
    lines = file.decode().replace("\r\n ", "").strip().split("\r\n")
    facts = dict(line.split(":", 1) for line in lines)
    assert len(facts) == len(lines) - 2, "BEGIN and END stand there twice, nothing else"
    return {name: re.sub(r"\\([\\;,])", r"\1", text.replace("\\n", "\n")) for name, text in facts.items()}


def mail(letter: Letter) -> tuple[Message, str, str]:
    """Return a letter as it arrives: the message, its plain text and its HTML; nobody added a header."""
    arrived = email.message_from_bytes(as_message(letter).as_bytes())
    assert set(arrived.keys()) <= HEADERS and arrived.get_all("To") == [letter.recipient]
    assert str(make_header(decode_header(arrived["Subject"]))) == letter.heading
    plain, html = (part.get_payload(decode=True).decode() for part in arrived.get_payload())
    return arrived, plain, html
