"""A file that breaks off, a visitor who leaves, and what a proxy makes smaller on the way."""

import gzip
from typing import Any

import pytest
from django.db import DataError, connection
from django.http import StreamingHttpResponse
from django.middleware.gzip import GZipMiddleware
from django.test import RequestFactory

from facilities.models import Facility
from keynet.accounts.models import User
from postings.exports import copying
from postings.exports.copying import BROKEN_OFF, copied
from postings.exports.expressions import Sql
from postings.exports.writer import Column, download, lines
from postings.models import Posting
from tests.builders import make_draft, make_published
from tests.cast import appointed, signed_in

pytestmark = pytest.mark.django_db
NUMBER = Column("番号", Sql("{0}", "pk"))


@pytest.fixture
def three(sakura: Facility) -> list[int]:
    return [make_draft(sakura).pk for _ in range(3)]


def test_a_file_that_the_database_breaks_off_does_not_look_complete(three: list[int]) -> None:
    broken = Column("", Sql(f"1 / ({{0}} - {three[2]})", "pk"))
    given = b""
    with pytest.raises(DataError):
        for piece in lines([NUMBER, broken], Posting.objects.order_by("pk")):
            given += piece
    assert given.decode().endswith(BROKEN_OFF)


def test_a_visitor_who_leaves_ends_the_query(three: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "AT_ONCE", 1)
    pieces = copied([NUMBER.of], Posting.objects.order_by("pk"))
    assert next(pieces) == f"{three[0]}\r\n".encode()
    pieces.close()  # type: ignore[attr-defined]
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)


def test_the_file_survives_being_made_smaller_on_the_way(three: list[int]) -> None:
    request = RequestFactory().get("/", headers={"accept-encoding": "gzip"})
    answer = GZipMiddleware(lambda _: download("x", [NUMBER], Posting.objects.order_by("pk")))(request)
    assert isinstance(answer, StreamingHttpResponse)
    text = gzip.decompress(b"".join(answer)).decode("utf-8-sig")
    assert text.split("\r\n") == ["番号", *map(str, three), ""]


def test_rows_that_a_person_sees_for_two_reasons_stand_once(
    sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_published(sakura, sato, okada)
    for body in ("prefecture", "nurse_center"):
        appointed(sato, body, "14")
    rows = Posting.objects.visible_to(User.objects.get(pk=sato.pk))
    assert b"".join(copied([NUMBER.of], rows)).decode().split() == [str(posting.pk)]


def test_values_of_conditions_are_quoted(three: list[int]) -> None:
    rows = Posting.objects.filter(title="'; DROP TABLE x; -- %s")
    assert b"".join(copied([NUMBER.of], rows)) == b""


def test_the_prefectures_file_counts_applications(yoshida: Any, sakura: Facility) -> None:
    answer = signed_in(yoshida).get("/prefecture/14/postings.csv")
    header = b"".join(answer.streaming_content).decode("utf-8-sig").split("\r\n")[0]  # type: ignore[attr-defined]
    assert header.endswith("担当部署,電話,応募数,採用数")
    assert header.count("施設名") == 1
