"""What `visible_to` gives to whom (scopes.txt); and every scope taken away in turn, which the tables have to notice.

`MUTANTS=all bin/test tests/access/test_scopes.py` takes the scopes of the views away, too.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from applications.models import Application, Inquiry
from applications.views import facility as applicants
from applications.views import inquiries
from postings.models import Complaint, Posting
from postings.views import facility as own_postings
from tests.access.related import RELATIONS, Related
from tests.access.test_relations import wrong_answers

pytestmark = pytest.mark.django_db

ROWS: dict[str, tuple[type[Any], str, str]] = {
    "posting": (Posting, "number", "number"),
    "application": (Application, "application", "public_id"),
    "inquiry": (Inquiry, "inquiry", "public_id"),
    "complaint": (Complaint, "complaint", "pk"),
}
WITHOUT_SCOPE: dict[str, tuple[Callable[..., Any], Callable[..., Any]]] = {
    # The new code runs among the names of the old one's module.
    "facility:posting": (
        own_postings.own_posting,
        lambda facility, number: get_object_or_404(Posting.objects.numbered(number)),  # type: ignore[name-defined]  # noqa: F821
    ),
    "inbox:application": (
        applicants.applicants_of,
        lambda request, facility: Application.objects.visible_to(person(request)),  # type: ignore[name-defined]  # noqa: F821
    ),
    "inbox:inquiry": (
        inquiries._questions,
        lambda request, facility: Inquiry.objects.visible_to(person(request)),  # type: ignore[name-defined]  # noqa: F821
    ),
}


def wrong_rows(related: Related) -> list[str]:
    """Return every difference between scopes.txt and what `visible_to` gives."""
    text = (Path(__file__).parent / "scopes.txt").read_text(encoding="utf-8")
    table = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    promised = {(rows, who): set(relations) for rows, who, *relations in table}
    wrong = []
    for rows, (model, noun, key) in ROWS.items():
        for who, person in related.people.items():
            visible = {str(getattr(row, key)) for row in model.objects.visible_to(person)}
            ids = {name: str(related.things[name].get(noun)) for name in RELATIONS}
            seen = {name for name, found in ids.items() if found in visible}
            if seen != promised.get((rows, who), set()):
                wrong.append(f"{who} {rows}: {sorted(seen)}")
    return wrong


def test_everybody_is_given_the_rows_of_the_table(related: Related) -> None:
    assert "\n".join(wrong_rows(related)) == ""


def test_rows_without_their_scope_are_noticed(related: Related, monkeypatch: pytest.MonkeyPatch) -> None:
    for model, _, _ in ROWS.values():
        with monkeypatch.context() as mutant:
            mutant.setattr(type(model.objects.all()), "visible_to", lambda rows, user: rows)
            assert wrong_rows(related), model


@pytest.mark.skipif(os.environ.get("MUTANTS") != "all", reason="the long form, see the runbook")
@pytest.mark.parametrize("page", WITHOUT_SCOPE)
def test_a_view_without_its_scope_is_noticed(
    page: str, related: Related, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, mutated = WITHOUT_SCOPE[page]
    monkeypatch.setattr(view, "__code__", mutated.__code__)
    assert wrong_answers(related, {page})
