"""Whatever people write stands in the world of the oracle with a word of its own: else no walk could find it elsewhere."""

import pytest
from django.apps import apps
from django.db.models import F, TextField
from django.db.models.functions import Cast

from keynet.privacy.retention import RULES
from tests.access.holdings import phone_of
from tests.access.logins import foreign_logins
from tests.access.related import Related
from tests.access.words import OURS

pytestmark = pytest.mark.django_db

ABOUT_PEOPLE = {"application", "inquiry", "complaint", "contact", "reading"}
"""The rules of what people write on pages; the others are about letters, accounts, links and partners."""
HELD_BY = ("カナリア", "@canary-", phone_of(OURS.people))
"""A word, an address, a telephone."""
UNHELD = {
    "applications.personalaccess.reason": "the reason of an emergency, noted anew at every opening",
    "facilities.registration.contact_phone": "printed for whoever calls the facility",
    "postings.posting.contact_phone": "printed for whoever calls the facility",
    "postings.posting.contact_department": "printed for whoever calls the facility",
}


def test_every_text_that_people_write_holds_a_canary(related: Related) -> None:
    columns = {
        f"{table}.{name}"
        for rule in RULES
        if rule.name in ABOUT_PEOPLE
        for table, names in rule.columns.items()
        for name in names.split()
    }
    assert {column for column in columns if _is_text(column) and not _holds_one(column)} == set(UNHELD)


def test_nobody_sees_how_somebody_else_signs_in(related: Related) -> None:
    assert list(foreign_logins(related)) == []


def _is_text(column: str) -> bool:
    model, _, name = column.rpartition(".")
    field = apps.get_model(model)._meta.get_field(name)
    return not field.choices and field.get_internal_type() in ("CharField", "TextField", "JSONField")


def _holds_one(column: str) -> bool:
    model, _, name = column.rpartition(".")
    rows = apps.get_model(model)._base_manager.annotate(said=Cast(F(name), TextField()))
    return any(rows.filter(said__contains=sign).exists() for sign in HELD_BY)
