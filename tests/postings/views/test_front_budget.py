"""What a visitor's phone has to load for a result of 20 postings; the browser's side is in tests/journeys."""

import gzip
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from facilities.models import Facility
from keynet.accounts.models import User
from keynet.stylesheet import COMMENT, IMPORT, SHEET
from tests.builders import make_published

pytestmark = pytest.mark.django_db

HTML, CSS, JS, ALL = 20_000, 12_000, 20_000, 50_000
"""Bytes after gzip."""


def asset(name: str) -> str:
    return Path(finders.find(name) or "").read_text(encoding="utf-8")


def sheet() -> str:
    """Return the stylesheet as it is collected."""
    parts = IMPORT.sub(lambda part: asset(f"css/{part[1]}"), asset(SHEET))
    return COMMENT.sub("", parts)


def zipped(text: str) -> int:
    return len(gzip.compress(text.encode(), 6))


def test_a_result_of_twenty_postings_stays_in_the_budget(sakura: Facility, sato: User, okada: User) -> None:
    for number in range(20):
        make_published(
            sakura,
            sato,
            okada,
            title=f"感染症病棟の看護師（夜勤なし、{number}か月間の応援）",
            work_city=f"横浜市第{number}区",
            access=f"シーサイド線 第{number}駅から徒歩{number}分",
            tags=["after_break", "senior"],
            wage_note="夜勤手当 1回15,000円",
        )
    answer = Client().get("/postings/?occ=nurse&pref=14&per=20", headers={"Accept-Encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
    html, css, js = len(answer.content), zipped(sheet()), zipped(asset("js/search.js"))
    assert gzip.decompress(answer.content).count(b"<article") == 20
    assert (html <= HTML, css <= CSS, js <= JS, html + css + js <= ALL) == (True,) * 4, (html, css, js)


def test_the_script_of_the_search_is_small() -> None:
    assert len(asset("js/search.js").encode()) <= 5_000
    assert zipped(asset("js/search.js")) <= 4_000
