"""Several people at once on pages, sheets, files and messages of one server: nobody is sent another one's answer.

480 requests; `INTERLEAVED=20000 bin/test tests/access/test_interleaved.py` for the long run.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from io import BytesIO
from itertools import cycle, islice
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.urls import reverse
from pypdf import PdfReader

from facilities.models import Facility
from keynet.accounts.models import User
from tests.access.holdings import Canaries, holdings
from tests.builders import make_facility, make_user
from tests.cast import signed_in

pytestmark = pytest.mark.django_db(transaction=True)

PEOPLE = 8
EACH = int(os.environ.get("INTERLEAVED", "480")) // PEOPLE
TOKEN = "x" * 32
Visit = tuple[str, str, dict[str, str]]
PAGES = (
    "inbox:application",
    "inbox:messages",
    "inbox:print",
    "inbox:inquiry",
    "inbox:not_select",
    "facility:preview",
)
LISTS = ("inbox:applications", "inbox:inquiries", "facility:home", "readings:list", "members:list")


class Person:
    """One browser of one facility's member, with the addresses it asks for in turn."""

    def __init__(self, number: int, host: str, officer: User) -> None:
        self.name = "甲乙丙丁戊己庚辛"[number]
        self.words = Canaries.of(self.name)
        facility = make_facility(name=f"{self.name}病院", prefecture="14")
        user = make_user(f"member{number}@hospital.example", f"係{self.name}")
        facility.memberships.create(user=user, role="admin")
        things = holdings(facility, user, officer, self.words)
        self.host = host
        self.cookie = f"sessionid={signed_in(user).cookies['sessionid'].value}; csrftoken={TOKEN}"
        self.visits = self._visits(facility, things)

    def _visits(self, facility: Facility, things: dict[str, Any]) -> list[Visit]:
        home = facility.public_id
        row, question, number = things["application"], things["inquiry"], things["number"]
        of = {"inbox:inquiry": question, "facility:preview": number}
        pages: list[Visit] = [("GET", reverse(page, args=[home, of.get(page, row)]), {}) for page in PAGES]
        lists: list[Visit] = [("GET", reverse(page, args=[home]), {}) for page in LISTS]
        one = [home, row]
        refusal = {"text": self.words.staff, "reason": "other", "detail": self.words.staff, "step": "look"}
        writing = [
            ("POST", reverse("inbox:not_select", args=one), refusal),
            ("POST", reverse("inbox:file_csv", args=[home]), {"reason": "選考のため"}),
            ("GET", reverse("hires:period_csv", args=[home]), {}),
            (
                "POST",
                reverse("inbox:note", args=one),
                {"submission_id": str(uuid4()), "text": self.words.staff},
            ),
        ]
        pages_again = [*pages, *lists, *writing, *pages, *lists]
        return [*pages_again, ("GET", reverse("inbox:sheet", args=one), {})]

    def walk(self) -> tuple[int, list[str]]:
        """Ask so often; return how often the own words were read, and every page with a stranger's."""
        own, foreign = 0, []
        connection = HTTPConnection(self.host, timeout=60)
        for method, path, facts in islice(cycle(self.visits), EACH):
            headers = {"Cookie": self.cookie, "X-CSRFToken": TOKEN}
            if facts:
                headers["Content-Type"] = "application/x-www-form-urlencoded"
            connection.request(method, path, urlencode(facts), headers)
            answer = connection.getresponse()
            text = _text(answer.getheader("Content-Type", ""), answer.read())
            own += self.words.people in text
            if answer.status not in (200, 302):
                foreign.append(f"{path}: {answer.status}")
            foreign += [
                f"{path}: {word}" for word in _kinds() if word in text and not word.endswith(self.name)
            ]
        connection.close()
        return own, foreign


def _kinds() -> list[str]:
    return [f"{kind}カナリア{name}" for kind in ("応募", "施設", "報告") for name in "甲乙丙丁戊己庚辛"]


def _text(kind: str, body: bytes) -> str:
    if kind.startswith("application/pdf"):
        return "".join(page.extract_text() for page in PdfReader(BytesIO(body)).pages).replace("\n", "")
    return body.decode("utf-8")


def test_nobody_is_sent_the_answer_to_somebody_else(live_server: Any, okada: User) -> None:
    host = live_server.url.removeprefix("http://")
    people = [Person(number, host, okada) for number in range(PEOPLE)]
    with ThreadPoolExecutor(PEOPLE) as threads:
        results = list(threads.map(Person.walk, people))
    assert not [line for _, foreign in results for line in foreign]
    assert all(own > EACH / 4 for own, _ in results), "the walk did not come to the pages that name people"
