"""The oracle is worth what it notices: every scope and every guard taken away in turn.

`MUTANTS=all bin/test tests/access/test_mutants.py -s` takes them all and prints how many; the daily suite takes the scopes of
four nouns away (test_scopes.py).
"""

import logging
import os
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from itertools import chain

import pytest
from django.db import transaction

from tests.access.asking import wrong
from tests.access.cells import AGAIN, COLLEAGUE, NOTHING, SECOND_STEP, Cell, cells
from tests.access.moving import wrong_moves
from tests.access.mutating import PREDICATES, ROOT, ROWS, mutants, view_files
from tests.access.related import Related
from tests.access.scoping import wrong_rows
from tests.access.unguarding import GATES, anybody_may, guards, module_of, moves, with_code, without_gate
from tests.access.words import foreign_words

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(os.environ.get("MUTANTS") != "all", reason="the long form, see the runbook"),
]
GUARDED = (NOTHING, COLLEAGUE, AGAIN, SECOND_STEP)
Taken = tuple[str, AbstractContextManager[None], Iterable[str]]


def test_every_scope_and_guard_that_is_missing_is_noticed(related: Related) -> None:
    asked = [cell for cell in cells(related.actors) if cell.promise in GUARDED and cell.method != "HEAD"]
    for who in related.actors:
        related.client(who)  # signed in before anything is taken back
    logging.disable(logging.ERROR)
    survivors, count = [], 0
    for name, missing, findings in _taken(related, asked):
        count += 1
        with missing, transaction.atomic():
            if name not in SAME and not any(findings):
                survivors.append(name)
            transaction.set_rollback(True)
    logging.disable(logging.NOTSET)
    print(f"{count} mutants")
    assert not survivors, "\n".join(survivors)


def _taken(related: Related, asked: list[Cell]) -> Iterator[Taken]:
    for mutant in mutants([ROOT / path for path in PREDICATES]):
        yield str(mutant), with_code(mutant.original, mutant.code), wrong_moves(related)
    for name, move in moves():
        yield name, anybody_may(move), wrong_moves(related)
    for mutant in mutants([ROOT / path for path in ROWS]):
        missing = with_code(mutant.original, mutant.code)
        yield str(mutant), missing, chain(wrong_rows(related), wrong_moves(related), foreign_words(related))
    for page, guard, wrapper, code in guards():
        yield f"{page} without {guard}", with_code(wrapper, code), _wrong(related, asked, page=page)
    for gate in GATES:
        about = [cell for cell in asked if cell.page.startswith(gate)]
        yield f"gate of {gate}", without_gate(gate), _wrong(related, about)
    for mutant in mutants(view_files()):
        pages = _wrong(related, asked, module=mutant.module)
        yield str(mutant), with_code(mutant.original, mutant.code), chain(pages, foreign_words(related))


def _wrong(related: Related, asked: list[Cell], *, page: str = "", module: str = "") -> Iterator[str]:
    for cell in asked:
        is_asked = page in ("", cell.page) and (not module or _is_of(cell.page, module))
        if is_asked and (found := wrong(related, cell)):
            yield found


def _is_of(page: str, module: str) -> bool:
    return module_of(page) == module or module.endswith(("acting", "prefecture", "nurse_postings"))


SAME: dict[str, str] = {}
"""Mutants that change nothing for anybody, and why."""
