"""Every file that office and ministry take away, with real lines in it: words of postings and staff, never an applicant's."""

from uuid import uuid4

import pytest
from django.urls import reverse

from applications.reports.making import make_next
from applications.reports.models import Export
from applications.reports.models.export import OF_HIRES
from applications.reports.tables import tables_of
from tests.access.related import HIDDEN_NAME, Related
from tests.access.words import FILES_HOLD, words_in

pytestmark = pytest.mark.django_db


def test_the_workbook_of_all_postings_names_no_applicant(related: Related) -> None:
    for who, body in (("okada", "office"), ("mori", "ministry")):
        client = related.client(who)
        client.post(reverse(f"{body}_exports:new"), _asked(form="xlsx"))
        while make_next():
            pass
        made = Export.objects.filter(body=body).latest("pk")
        words = words_in(client.get(reverse(f"{body}_exports:file", args=[made.public_id])))
        assert HIDDEN_NAME in words
        assert words <= FILES_HOLD


def test_no_list_that_is_taken_away_names_an_applicant(related: Related) -> None:
    lists: list[tuple[str, str, str]] = [("mori", reverse("reports:files"), content) for content in OF_HIRES]
    for who, body in (("okada", "office"), ("mori", "ministry")):
        lists += [(who, reverse(f"{body}_exports:table", args=[one.content]), "") for one in tables_of(body)]
        lists += [(who, reverse(f"{body}_exports:new"), "")]
    for who, address, content in lists:
        answer = related.client(who).post(address, _asked(form="csv", content=content))
        assert answer.headers["Content-Type"].startswith("text/csv"), address
        assert words_in(answer) <= FILES_HOLD, address


def _asked(**facts: str) -> dict[str, str]:
    return {"purpose": "国会への報告のため", "submission_id": str(uuid4()), **facts}
