"""Through which functions of the product each page, move and scope runs: only there can a mutant of one be noticed."""

import ast
import copy
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from django.db import transaction

from tests.access.asking import ask
from tests.access.moving import predicates, wrong_moves
from tests.access.mutating import PREDICATES, ROOT, ROWS, Function, functions, view_files
from tests.access.oracle import rules
from tests.access.related import Related
from tests.access.scoping import ROWS as SCOPES
from tests.access.scoping import wrong_rows
from tests.access.unguarding import with_code
from tests.access.words import AUDIENCE, OWN, found_words

NOTED: set[str] = set()
"""The functions that ran since somebody cleared it."""


@dataclass
class Reach:
    """What runs through one function."""

    moves: set[tuple[str, str]] = field(default_factory=set)
    scopes: set[str] = field(default_factory=set)
    visits: set[tuple[str, str]] = field(default_factory=set)
    """Who looks at which page."""
    asked: set[tuple[str, str]] = field(default_factory=set)
    """Page and method, asked by those who may."""

    @property
    def pages(self) -> set[str]:
        """Return the pages."""
        return {page for page, _method in self.asked}


def reach(related: Related) -> dict[str, Reach]:
    """Walk once through everything and return what runs through each function."""
    found: dict[str, Reach] = defaultdict(Reach)
    with _noting():
        for move in predicates():
            for name in _run_by(wrong_moves(related, {move})):
                found[name].moves.add(move)
        for rows in SCOPES:
            for name in _run_by(wrong_rows(related, {rows})):
                found[name].scopes.add(rows)
        for who, page, method in _doors():
            walk = found_words(related, {(who, page)}) if method == "GET" else _posted(related, who, page)
            for name in _run_by(walk):
                found[name].asked.add((page, method))
                found[name].visits |= {(who, page)} if method == "GET" else set()
    return found


def _doors() -> Iterator[tuple[str, str, str]]:
    for who, audience in AUDIENCE.items():
        for rule in rules():
            if rule.who == audience:
                yield from ((who, rule.name, method) for method in rule.methods)


def _posted(related: Related, who: str, page: str) -> Iterator[object]:
    address = related.address(page, who, OWN.get(who, "own"))
    if address:
        yield ask(related.client(who), "POST", address)


def _run_by(walk: Iterable[object]) -> set[str]:
    """Go the walk to its end, leave nothing behind, and return the names of the functions that ran."""
    NOTED.clear()
    with transaction.atomic():
        list(walk)
        transaction.set_rollback(True)
    return set(NOTED)


@contextmanager
def _noting() -> Iterator[None]:
    paths = [ROOT / path for path in (*PREDICATES, *ROWS)]
    with ExitStack() as stack:
        for one in functions([*paths, *view_files()]):
            for mutant in one.mutant("notes that it runs", _noted(one)):
                stack.enter_context(with_code(mutant.original, mutant.code))
        yield


def _noted(function: Function) -> ast.FunctionDef:
    noted = copy.deepcopy(function.node)
    name = f"{function.module.__name__}.{function.node.name}"
    (note,) = ast.parse(f"__import__('sys').modules[{__name__!r}].NOTED.add({name!r})").body
    noted.body.insert(0, note)
    return noted
