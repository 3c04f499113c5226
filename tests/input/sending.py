"""Sending something and taking it back, and what every answer must be, whatever was sent."""

import gzip
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

from django.db import connection, transaction
from django.test import Client

from tests.input.page_forms import dangers

EXPECTED = {200, 206, 302, 304, 400, 403, 404, 405, 409, 410, 412, 413, 414, 415, 416, 422, 429}


@contextmanager
def undone(browser: Client) -> Iterator[None]:
    """Run requests in a savepoint that is rolled back; the browser forgets what it was told meanwhile."""
    cookies = deepcopy(browser.cookies)
    try:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
    finally:
        browser.cookies = cookies


class Sender:
    """Sends requests that all come to nothing, counts the answers and keeps what was wrong with them."""

    def __init__(self) -> None:
        self.answers: Counter[int] = Counter()
        self.faults: list[str] = []

    def send(self, browser: Client, method: str, address: str, what: str, **request: Any) -> Any:
        """Return the answer, or None when there was none; `what` says in a fault's line what was sent."""
        try:
            with undone(browser):
                answer = getattr(browser, method)(address, **request)
                text = _text(answer)
                connection.check_constraints()
        except Exception as error:  # whatever the product let through is the fault we look for
            self.fault(f"{method} {address} {what}: {type(error).__name__}: {str(error)[:200]}")
            return None
        self.answers[answer.status_code] += 1
        if answer.status_code not in EXPECTED:
            self.fault(f"{method} {address} {what}: {answer.status_code}")
        if found := dangers(text):
            self.fault(f"{method} {address} {what}: {found}")
        answer.html = text
        return answer

    def send_bytes(self, browser: Client, path: str, what: str, body: bytes, content_type: str) -> Any:
        """Post a body as it is: the test client's own `post` would encode it."""
        return self.send(browser, "generic", "POST", what, path=path, data=body, content_type=content_type)

    def fault(self, words: str) -> None:
        """Keep a fault."""
        self.faults.append(words)

    @property
    def figures(self) -> str:
        """Return what the test says of itself (docs/bad-input.md)."""
        counts = ", ".join(f"{count:,} × {status}" for status, count in sorted(self.answers.items()))
        return f"{self.answers.total():,} requests, {len(self.faults)} faults: {counts}"


def _text(answer: Any) -> str:
    """Return an HTML page; "" for files, which are read to their end all the same."""
    body: bytes = answer.getvalue()
    if answer.headers.get("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
    return body.decode() if answer.headers.get("Content-Type", "").startswith("text/html") else ""
