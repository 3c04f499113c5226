"""Where something about a person may be left behind: every place that the service or its servers write to."""

import base64
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import redis
from django.contrib.sessions.models import Session
from django.db import connection

from tests.faults.restoring import dump
from tests.faults.visitor import mails, words_of
from tests.faults.whole_site import WholeSite


def found(marks: Iterable[str], places: dict[str, str]) -> list[str]:
    """Return place and mark of every hit."""
    return [f"{place}: {mark}" for place, text in places.items() for mark in marks if mark in text]


def kept() -> dict[str, str]:
    """Return what the service keeps: the database as a backup has it, and what its columns wrap up."""
    return {
        "dump": dump(),
        "sessions": str([session.get_decoded() for session in Session.objects.all()]),
        "cache": _cache(),
    }


def carried(site: WholeSite) -> dict[str, str]:
    """Return what must never hold anything about anybody: Valkey with its history, and every log."""
    logs = [*site.places.logs.glob("*.log"), Path(os.environ["KEYNET_TEST_RUN"], "log", "postgres.log")]
    history = (site.places.home / "valkey").rglob("*")
    return {
        "valkey": _valkey(site.valkey_url),
        "valkey's file": _unwrapped("".join(_text(file) for file in history if file.is_file())),
        **{file.name: _text(file) for file in logs},
    }


def told(site: WholeSite, marks: list[str], own: dict[str, set[str]]) -> list[str]:
    """Return every mail with a mark in its words that its recipient has no right to.

    A mail is delivered to a person and is theirs. Of that person it may hold the address it goes to, the words that the
    facility wrote to them, and the search that they saved (`own`: address → marks); of anybody else nothing.
    """
    return [
        f"{mail['X-Envelope-To']}: {mark}"
        for mail in mails(site.places.mail)
        for mark in marks
        if mark in words_of(mail) and mark not in own.get(str(mail["X-Envelope-To"]), set())
    ]


def _cache() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, value FROM keynet_cache")
        rows = cursor.fetchall()
    return "".join(key + base64.b64decode(value).decode("utf-8", "replace") for key, value in rows)


def _valkey(url: str) -> str:
    client: Any = redis.from_url(url, decode_responses=True, encoding_errors="replace")
    readers = {
        "string": client.get,
        "list": lambda key: client.lrange(key, 0, -1),
        "hash": client.hgetall,
        "set": client.smembers,
        "zset": lambda key: client.zrange(key, 0, -1),
    }
    return _unwrapped("".join(f"{key} {readers[client.type(key)](key)}\n" for key in client.scan_iter()))


def _unwrapped(text: str) -> str:
    """Return the text with what it holds in base64: Celery wraps what a task is given."""
    wrapped = re.findall(r"[A-Za-z0-9+/]{16,}={0,2}", text)
    return text + "".join(
        base64.b64decode(one + "=" * (-len(one) % 4)).decode("utf-8", "replace") for one in wrapped
    )


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8", "replace")
