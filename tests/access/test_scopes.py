"""What each scope gives to whom (scopes.txt): `visible_to` and its like, asked in Python as the views ask them."""

import pytest

from applications.models import Application, Inquiry
from postings.models import Complaint, Posting
from tests.access.related import Related
from tests.access.scoping import wrong_rows

pytestmark = pytest.mark.django_db


def test_everybody_is_given_the_rows_of_the_table(related: Related) -> None:
    assert "\n".join(wrong_rows(related)) == ""


def test_rows_without_their_scope_are_noticed(related: Related, monkeypatch: pytest.MonkeyPatch) -> None:
    for model in (Posting, Application, Inquiry, Complaint):
        with monkeypatch.context() as mutant:
            mutant.setattr(type(model.objects.all()), "visible_to", lambda rows, user: rows)
            assert any(wrong_rows(related)), model
