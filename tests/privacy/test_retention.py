"""Every column that can hold words has its rule, or is named as holding nothing about a person."""

from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models

from applications.models.blank import BLANK_APPLICATION, BLANK_INQUIRY
from keynet.privacy.impersonal import IMPERSONAL
from keynet.privacy.retention import RULES, rule
from keynet.schedule import BEAT_SCHEDULE
from postings.models.complaint import BLANK_COMPLAINT

WORDS = {
    "CharField",
    "TextField",
    "JSONField",
    "BinaryField",
    "ArrayField",
    "FileField",
    "GenericIPAddressField",
}
BY_PEOPLE = {"施設", "事業者・窓口・運営事務局"}  # who ends what no clock ends
DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "retention.md"


def holds_words(field: models.Field) -> bool:
    """A key, a number, a day, a yes or a choice from a list says nothing by itself."""
    kinds = {base.__name__ for base in type(field).__mro__}
    return bool(kinds & WORDS) and not field.choices and not field.primary_key


def columns() -> set[str]:
    return {
        f"{model._meta.label_lower}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.local_fields
        if holds_words(field)
    }


def personal() -> set[str]:
    return {
        f"{table}.{name}" for one in RULES for table, names in one.columns.items() for name in names.split()
    }


def impersonal() -> set[str]:
    return {f"{table}.{name}" for table, (_what, names) in IMPERSONAL.items() for name in names.split()}


def test_every_column_that_can_hold_words_has_a_rule_or_is_named_impersonal() -> None:
    assert columns() - personal() - impersonal() == set()


def test_no_column_is_both_and_none_is_named_that_does_not_exist() -> None:
    assert personal() & impersonal() == set()
    there = {
        f"{model._meta.label_lower}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.local_fields
    }
    assert (personal() | impersonal()) - there == set()


@pytest.mark.parametrize(
    ("name", "table", "blank"),
    [
        ("application", "applications.application", BLANK_APPLICATION),
        ("inquiry", "applications.inquiry", BLANK_INQUIRY),
        ("complaint", "postings.complaint", BLANK_COMPLAINT),
    ],
)
def test_masking_blanks_exactly_what_its_rule_names(name: str, table: str, blank: dict[str, object]) -> None:
    assert set(rule(name).columns[table].split()) == set(blank)


def test_every_rule_is_run_by_the_clock_or_by_named_people() -> None:
    assert [one.name for one in RULES if one.by not in BEAT_SCHEDULE and one.by not in BY_PEOPLE] == []


def test_no_rule_is_named_twice() -> None:
    assert len({one.name for one in RULES}) == len(RULES)


def test_the_document_is_printed_from_the_table(tmp_path: Path) -> None:
    file = tmp_path / "retention.md"
    call_command("print_retention", str(file))
    assert file.read_text(encoding="utf-8") == DOCUMENT.read_text(encoding="utf-8")
