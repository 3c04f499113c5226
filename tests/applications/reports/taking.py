"""A table as its taker opens it."""

import csv
import io
from typing import Any

from keynet.accounts.models import User
from tests.cast import signed_in


def text_of(by: User, content: str, query: str = "", *, body: str = "ministry") -> str:
    answer: Any = signed_in(by).post(f"/{body}/exports/tables/{content}/{query}", {"purpose": "11月の報告"})
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    return b"".join(answer.streaming_content).decode("utf-8")


def lines_of(by: User, content: str, query: str = "", *, body: str = "ministry") -> list[dict[str, str]]:
    text = text_of(by, content, query, body=body)
    assert text.startswith("\ufeff") and text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))
