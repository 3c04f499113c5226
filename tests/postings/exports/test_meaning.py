"""PostgreSQL makes the files; they say byte for byte what the pages' own words mean, whatever stands in the rows."""

import csv
import io
import random
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.utils import timezone

from facilities.models import Facility
from keynet.accounts.models import User
from keynet.vocabulary.area_codes import LENGTHS
from keynet.vocabulary.contact import format_phone
from postings.exports.columns import EVERYTHING, OPEN_DATA, field_of
from postings.exports.safety import cell, guarded
from postings.exports.writer import Column, head, lines
from postings.models import Posting, Review
from postings.models.posting import TERM_FIELDS
from tests.builders import make_published
from tests.postings.exports import meaning
from tests.postings.exports.nasty import TEXTS

pytestmark = pytest.mark.django_db
HOURS: list[Any] = [
    [],
    [["08:30", "17:00"]],
    [["08:30", "17:00"], ["16:30", "33:00"], ["00:00", "00:00"]],
    [["16:00", "00:00"], ["04:59", "20:00"], ["12:00", "13:00"], ["11:59", "20:01"], ["22:00", "05:00"]],
    [["24:30", "25:00"], ["09:00", "33:01"], ["09:00", "17:60"]],
    [
        ["", ""],
        ["09:00"],
        [],
        None,
        {"a": 1},
        ["09:00", None],
        ["09:00", "17:00", "18:00"],
        ["09:00", "12:00"],
    ],
    {},
]
DATES: list[Any] = [
    [],
    [{"on": "2026-12-05", "starts": "09:00", "ends": "17:00", "headcount": 2}],
    [
        {"on": "2026-12-06"},
        {"on": "2027-02-29"},
        {"on": ""},
        {},
        {"on": "2028-02-29", "starts": "22:00", "ends": "06:00"},
    ],
    [
        {"on": "2026-12-05", "starts": "", "ends": "17:00", "headcount": 0},
        {"on": "2026-12-05", "headcount": None},
    ],
]
POSTAL = ["2310017", "4980000", "9999999", "0000000", "1000001", "6180000", "", "１２３", "abc"]
PHONES = ["0456710000", "09012345678", "0120123456", "08001234567", "", "123", "0997212345", "=1+1"]
MOMENT = datetime(2026, 12, 31, 15, 0, 59, 999999, tzinfo=UTC)


def _value(field: models.Field, at: int, chance: random.Random) -> Any:
    """Return a nasty value of a term; every text of the corpus meets several columns."""
    if field.name in ("work_hours", "spot_dates"):
        found = HOURS if field.name == "work_hours" else DATES
        return found[at % len(found)]
    if field.name in ("work_postal_code", "contact_phone"):
        found = POSTAL if field.name == "work_postal_code" else PHONES
        return found[at % len(found)]
    if isinstance(field, ArrayField):
        keys = [key for key, _ in field.base_field.flatchoices]
        return chance.sample(keys, k=min(at % 4, len(keys)))
    if field.flatchoices:
        keys = [key for key, _ in field.flatchoices]
        return (
            keys[at % len(keys)]
            if field.name == "name_visibility"
            else [*keys, "", "x"][at % (len(keys) + 2)]
        )
    if isinstance(field, models.BooleanField):
        return [True, False, None if field.null else True][at % 3]
    if isinstance(field, models.DateField):
        return [None, timezone.localdate(), timezone.localdate() + timedelta(days=99)][at % 3]
    if isinstance(field, models.IntegerField):
        return [None, 0, 1, 17][at % 4]
    return chance.choice(TEXTS)[: field.max_length]


@pytest.fixture
def postings(sakura: Facility, sato: User, okada: User) -> list[Posting]:
    """As many rows as there are nasty texts, put in as an import would: past the forms and the checks."""
    chance = random.Random(7)
    made = make_published(sakura, sato, okada)
    okada.name = "=確認者"
    okada.save()
    Review.objects.create(
        posting=made, outcome="confirmed", received_at=MOMENT, due_on=MOMENT, decided_by=okada
    )
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        constraints = [constraint.name for constraint in Posting._meta.constraints]
        for name in constraints:
            cursor.execute(f"ALTER TABLE postings_posting DROP CONSTRAINT {connection.ops.quote_name(name)}")
    rows = []
    for at, text in enumerate(TEXTS):
        values = {name: _value(field_of(name), at, chance) for name in TERM_FIELDS}
        values["duties"], values["hours_note"] = text, text[:200]
        facility = Facility.objects.create(
            name=text[:120], kind=["hospital", ""][at % 2], institution_code=text[:10]
        )
        times = {"created_at": MOMENT, "published_at": MOMENT if at % 2 else None, "closed_at": MOMENT}
        rows.append(
            Posting(facility=facility, status="draft", close_reason=["filled", ""][at % 2], **values, **times)
        )
    Posting.objects.bulk_create(rows)
    rows[-1].pk = 1_234_567
    rows[-1].save(force_insert=True)
    return list(Posting.objects.order_by("-pk"))


def _in_python(columns: list[Column], means: list[Any], postings: list[Posting]) -> bytes:
    whole = io.StringIO(newline="")
    writer = csv.writer(whole, lineterminator="\r\n")
    for posting in postings:
        writer.writerow([cell(mean(posting)) for mean in means])
    return head(columns).encode() + whole.getvalue().encode()


def _assert_same(columns: list[Column], means: list[Any], postings: list[Posting]) -> None:
    assert len(columns) == len(means)
    for column, mean in zip(columns, means, strict=True):
        made = b"".join(lines([Column("番号", OPEN_DATA[0].of), column], Posting.objects.order_by("-pk")))
        meant = _in_python([Column("番号", OPEN_DATA[0].of), column], [meaning.OPEN_DATA[0], mean], postings)
        assert made.decode() == meant.decode(), column.heading
    whole = b"".join(lines(columns, Posting.objects.order_by("-pk")))
    assert whole == _in_python(columns, means, postings)


def test_the_open_data_says_what_the_page_says(postings: list[Posting]) -> None:
    _assert_same(OPEN_DATA, meaning.OPEN_DATA, postings)


def test_the_file_of_everything_says_what_the_page_says(postings: list[Posting]) -> None:
    named = [*meaning.OPEN_DATA]
    named[7] = lambda posting: posting.facility.name
    codes = [lambda posting: posting.facility.institution_code, lambda posting: posting.facility.lg_code]
    terms = [lambda posting, name=name: meaning.term(posting, name) for name in TERM_FIELDS]
    _assert_same(EVERYTHING, [*named, *codes, *terms, *meaning.AFTER_THE_TERMS], postings)


def test_the_database_guards_text_as_python_does() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT one, cell_guarded(one) FROM unnest(%s::text[]) one", [TEXTS])
        assert [row for row in cursor.fetchall() if row[1] != guarded(row[0])] == []


def test_every_area_code_is_hyphenated_alike() -> None:
    numbers = [f"{beginning:2<10}" for beginning in LENGTHS] + ["0570000000", "05012345678", "0312345678"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT one, cell_phone(one) FROM unnest(%s::text[]) one", [numbers])
        assert [row for row in cursor.fetchall() if row[1] != format_phone(row[0])] == []
