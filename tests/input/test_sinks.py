"""What was accepted comes out of every page, file and mail as it was stored, and does nothing there."""

import io
import json
import logging
import unicodedata
from uuid import uuid4

import pytest
from allauth.account.models import EmailAddress
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from applications.documents import sheet
from applications.mine.own_data import own_data
from applications.models import Application
from applications.reports import making
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox.models import Letter
from keynet.outbox.relay import run
from keynet.reactions import REACTIONS
from keynet.vocabulary.japanese import search_key
from postings.exports.safety import guarded
from tests.applications.reports.test_exports import asked, fetched
from tests.builders import make_user
from tests.cast import signed_in
from tests.input import sinks
from tests.input.corpus import SOURCES, STEP, Dealer, Value, category
from tests.input.page_forms import dangers
from tests.input.stored import Stored, store

pytestmark = pytest.mark.django_db
A_BATCH = 15
DRAWABLE = {"Lo", "Lu", "Ll", "Nd", "Po", "Pd", "Ps", "Pe"}


def _values() -> list[Value]:
    if Dealer().asked == "all":
        return [value for name in SOURCES for value in category(name)]
    each = int(Dealer().asked or 1)
    return [category(name)[at * STEP % len(category(name))] for name in SOURCES for at in range(1, each + 1)]


def test_what_is_stored_comes_out_of_every_sink(
    sakura: Facility, sato: User, okada: User, mori: User, caplog: pytest.LogCaptureFixture
) -> None:
    values, met = _values(), 0
    for at in range(0, len(values), A_BATCH):
        with transaction.atomic():
            rows = store(values[at : at + A_BATCH], sakura, sato, okada)
            met += len(rows)
            if rows:
                public(rows)
                of_the_facility(rows, sato)
                files(rows, sato, mori)
                letters(rows)
                drawn(rows)
            transaction.set_rollback(True)
    print(f"sinks: {met:,} of {len(values):,} values stored and read back")
    assert met > len(values) / 3


def public(rows: list[Stored]) -> None:
    """The posting's page, its JSON-LD, the list and the feed."""
    guest = Client()
    for row in rows:
        html = opened(guest, reverse("postings:posting", args=[row.posting.number]))
        says(html, row.line, row.text)
        facts = sinks.structured(html)
        assert facts["title"] == row.line, row.value
        assert row.line in facts["jobLocation"]["address"]["streetAddress"], row.value
        assert sinks.squeezed(row.text) in sinks.words_of(facts["description"]), row.value
        assert not dangers(facts["description"]), row.value
    listed = opened(guest, reverse("postings:search"))
    assert not dangers(listed)
    feed = sinks.titles(guest.get(reverse("postings:feed")).content)
    assert all(any(row.line in title for title in feed) for row in rows)


def of_the_facility(rows: list[Stored], member: User) -> None:
    """The inbox: the application, its print page, its messages; and the calendar of both sides."""
    browser = signed_in(member)
    for row in rows:
        place = [row.posting.facility.public_id, row.application.public_id]
        says(opened(browser, reverse("inbox:application", args=place)), row.line, row.text)
        says(opened(browser, reverse("inbox:print", args=place)), row.line, row.text)
        says(opened(browser, reverse("inbox:messages", args=place)), row.text)
        event = sinks.calendar(row.interview)
        assert (
            row.line in event["LOCATION"]
            and row.line in event["DESCRIPTION"]
            and row.line in event["SUMMARY"]
        )


def files(rows: list[Stored], member: User, ministry: User) -> None:
    """Open data, the list of applicants, Excel for the ministry, the person's own data as JSON."""
    lines = {guarded(row.line) for row in rows}
    wanted = {"purpose": "報告のため", "form": "csv", "submission_id": str(uuid4())}
    everything = read(signed_in(ministry).post(reverse("ministry_exports:new"), wanted))
    assert lines <= set(sinks.csv_cells(everything))
    place = [rows[0].posting.facility.public_id]
    applicants = read(signed_in(member).post(reverse("inbox:file_csv", args=place), {"reason": "選考のため"}))
    cells = sinks.csv_cells(applicants)
    assert all(any(line in cell for cell in cells) for line in lines)
    said = [*cells, *sinks.csv_cells(everything)]
    assert all(cell.startswith("'") or guarded(cell) == cell for cell in said)
    export = asked(ministry)
    making.make_next()
    assert lines <= set(sinks.workbook(fetched(export, ministry)))
    for row in rows:
        person = make_user(row.application.email)
        EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
        own = own_data(person)
        told = json.loads(json.dumps(own, cls=DjangoJSONEncoder))["applications"][0]
        assert (told["family_name"], told["message"]) == (row.line, row.text), row.value


def letters(rows: list[Stored]) -> None:
    """Every letter that the events led to: its headers are ours, its words are the same in text and in HTML."""
    run(REACTIONS)
    told = ""
    for letter in Letter.objects.all():
        _message, plain, html = sinks.mail(letter)
        assert not dangers(html.replace("<style>", "").replace("<body style=", "<body x=")), letter.kind
        assert sinks.squeezed(plain) == sinks.squeezed(letter.body)
        told += plain
    assert all(sinks.squeezed(row.line) in sinks.squeezed(told) for row in rows)


def drawn(rows: list[Stored]) -> None:
    """The sheet of one application, with the words of all: each that the font has is found in the PDF."""
    row = rows[0].application
    Application.objects.filter(pk=row.pk).update(message="\n".join(one.line for one in rows))
    row.refresh_from_db()
    said = "".join(page.extract_text() for page in PdfReader(io.BytesIO(sheet(row))).pages)
    found = sinks.squeezed(search_key(said))
    for one in rows:
        if one.value.id.startswith("japanese") and all(
            unicodedata.category(sign) in DRAWABLE for sign in one.line
        ):
            assert sinks.squeezed(search_key(one.line)) in found, one.value


def opened(browser: Client, address: str) -> str:
    """Return a page; nothing on it was brought by a value."""
    html = browser.get(address).content.decode()
    assert not dangers(html), address
    return html


def says(html: str, *texts: str) -> None:
    """Fail unless the page says each of the texts, whatever it does with spaces."""
    words = sinks.words_of(html)
    for text in texts:
        assert sinks.squeezed(text) in words, text


def read(answer: HttpResponseBase) -> bytes:
    """Return a file to its end."""
    assert answer.status_code == 200
    return answer.getvalue()


def test_nothing_sent_begins_a_line_of_the_log(caplog: pytest.LogCaptureFixture, client: Client) -> None:
    with caplog.at_level(logging.INFO):
        for value in [*category("controls")[::4], *category("mail_headers")[::9]]:
            client.get(
                "/postings/" + value.text.replace("?", "") + "/", HTTP_USER_AGENT="x", HTTP_REFERER="y"
            )
    lines = [record.getMessage() for record in caplog.records]
    assert lines and not [line for line in lines if any(unicodedata.category(sign) == "Cc" for sign in line)]
