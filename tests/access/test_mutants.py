"""The oracle is worth what it notices: every scope and every guard taken away in turn.

`MUTANTS=all bin/test tests/access/test_mutants.py -s` takes them all and prints how many; `MUTANTS=1/2` takes every other one,
for two machines or processors. The daily suite takes the scopes of four nouns away (test_scopes.py).
"""

import logging
import os
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from itertools import chain
from random import Random

import pytest
from django.db import InternalError, OperationalError, transaction

from tests.access.asking import wrong
from tests.access.cells import AGAIN, COLLEAGUE, NOTHING, SECOND_STEP, Cell, cells
from tests.access.equivalent import SAME, TWICE
from tests.access.logins import PAGES as LOGINS
from tests.access.logins import foreign_logins
from tests.access.moving import wrong_moves
from tests.access.mutating import PREDICATES, ROOT, ROWS, mutants, view_files
from tests.access.reaching import Reach, reach
from tests.access.related import Related
from tests.access.scoping import wrong_rows
from tests.access.unguarding import GATES, anybody_may, guards, moves, with_code, with_codes, without_gate
from tests.access.words import foreign_words

SHARE = os.environ.get("MUTANTS", "").replace("all", "1/1")
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not SHARE, reason="the long form, see the runbook"),
]
GUARDED = (NOTHING, COLLEAGUE, AGAIN, SECOND_STEP, "410")
EXCUSED = SAME | TWICE
Taken = tuple[str, AbstractContextManager[None], Iterable[str]]


def test_every_scope_and_guard_that_is_missing_is_noticed(related: Related) -> None:
    for who in related.actors:
        related.client(who)  # signed in before anything is taken back
    logging.disable(logging.ERROR)
    part, parts = map(int, SHARE.split("/"))
    names, noticed = set[str](), dict[str, str]()
    for number, (name, missing, findings) in enumerate(_taken(related)):
        name = f"{name} (again)" if name in names else name
        names.add(name)
        if number % parts == part - 1:
            noticed[name] = EXCUSED.get(name) or _first(related, missing, findings)
            print(f"{name}: {noticed[name]}", flush=True)
    logging.disable(logging.NOTSET)
    print(f"{len(noticed)} mutants, {len(noticed.keys() & EXCUSED)} of them excused")
    assert not EXCUSED.keys() - names, "excused, and no mutant any more"
    assert not [name for name, found in noticed.items() if not found]


def _first(related: Related, missing: AbstractContextManager[None], findings: Iterable[str]) -> str:
    """Return the first difference that what is missing makes; a page that breaks is one."""
    related.nothings.clear()  # what was nothing to somebody while another scope was missing
    with missing, transaction.atomic():
        try:
            return next(iter(findings), "")
        except (InternalError, OperationalError):  # the database went away, and nothing was found
            raise
        except Exception as error:
            return repr(error)
        finally:
            transaction.set_rollback(True)


def _taken(related: Related) -> Iterator[Taken]:
    """Yield what is taken away, and what looks for the difference: the cheapest first, and only where it can be seen."""
    asked = [cell for cell in cells(related.actors) if cell.promise in GUARDED and cell.method != "HEAD"]
    Random(1).shuffle(asked)  # a difference that one page shows many people is found after a few cells
    run = reach(related)
    for mutant in mutants([ROOT / path for path in PREDICATES]):
        noticed = wrong_moves(related, run[mutant.place].moves)
        yield str(mutant), with_code(mutant.original, mutant.code), noticed
    for name, move in moves():
        noun, _, verb = name.partition(".")
        yield name, anybody_may(move), wrong_moves(related, {(noun, verb)})
    of_rows = [*mutants([*(ROOT / path for path in ROWS), *view_files()])]
    for page, guard, wrapper, code in guards():
        about = (cell for cell in asked if cell.page == page)
        behind = [one for one in of_rows if str(one) in TWICE and page in run[one.place].pages]
        missing = with_codes([(wrapper, code), *((one.original, one.code) for one in behind)])
        yield f"{page} without {guard}", missing, _wrong(related, about)
    for gate in GATES:
        about = (cell for cell in asked if cell.page.startswith(gate))
        yield f"gate of {gate}", without_gate(gate), _wrong(related, about)
    for mutant in of_rows:
        missing = with_code(mutant.original, mutant.code)
        logins = foreign_logins(related) if mutant.module in LOGINS else ()
        yield str(mutant), missing, chain(logins, _seen(related, run[mutant.place], asked))


def _seen(related: Related, run: Reach, asked: list[Cell]) -> Iterator[str]:
    about = (cell for cell in asked if (cell.page, cell.method) in run.asked)
    return chain(
        wrong_rows(related, run.scopes),
        wrong_moves(related, run.moves),
        _wrong(related, about),
        foreign_words(related, run.visits),
    )


def _wrong(related: Related, asked: Iterable[Cell]) -> Iterator[str]:
    for cell in asked:
        if found := wrong(related, cell):
            yield found
