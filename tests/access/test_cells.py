"""Every page × method × person × relation of the object × address (cells.py); a hundredth of them at a time.

`CELLS=all bin/test tests/access/test_cells.py` asks for all of them and prints their number.
"""

import logging
import os
from collections.abc import Iterator

import pytest
from django.template.base import Template
from django.test.utils import _TestState

from tests.access.asking import wrong
from tests.access.cells import Cell, cells
from tests.access.oracle import rules
from tests.access.related import Related, lines

pytestmark = pytest.mark.django_db

ONE_IN = 1 if os.environ.get("CELLS") == "all" else 101
"""A prime: the sample comes to every page, every person and every method."""


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Pages as the product renders them, without the copies that Django's test client keeps; no log of every denial."""
    monkeypatch.setattr(Template, "_render", vars(_TestState)["saved_data"].template_render)
    logging.disable(logging.WARNING)
    yield
    logging.disable(logging.NOTSET)


def test_every_answer_is_the_one_that_was_promised(related: Related) -> None:
    asked = [cell for number, cell in enumerate(cells(related.actors)) if _is_asked(number, cell)]
    found = [line for cell in asked if (line := wrong(related, cell))]
    assert not found, "\n".join(found)
    print(f"{len(asked)} cells")


def _is_asked(number: int, cell: Cell) -> bool:
    """The lines of relations.txt are asked for every day, each for the first of those whom it names."""
    is_a_line = cell.method == "GET" and cell.who in ("sato", "guest") and cell.promise.isdecimal()
    return number % ONE_IN == 0 or (is_a_line and cell.relation in ("own", "draft", "closed", "masked"))


def test_every_page_about_one_object_has_its_line() -> None:
    pages = {rule.name for rule in rules() if rule.who in PEOPLE_OF and rule.takes_an_object}
    assert pages - DRAWN == {line.page for line in lines()} - OPEN


PEOPLE_OF = {"facility", "office", "ministry", "prefecture", "nurse_center"}
DRAWN = {"inbox:sheet"}
"""`inbox:print` as PDF, slow to draw: who may not have it is asked, and test_canaries reads it."""
OPEN = {rule.name for rule in rules() if rule.who == "anyone"}
