"""The values that nobody should send: by category of the sheet (docs/bad-input.md), made by rule, the same everywhere."""

import os
from collections.abc import Iterator
from functools import cache
from itertools import count
from typing import NamedTuple

from tests.input.corpus import (
    contact,
    controls,
    dates,
    formulas,
    homographs,
    invisible,
    japanese,
    lengths,
    mail_headers,
    markup,
    normal_forms,
    numbers,
    queries,
    redirects,
)

SOURCES = {
    "controls": controls.texts,
    "invisible": invisible.texts,
    "normal_forms": normal_forms.texts,
    "homographs": homographs.texts,
    "lengths": lengths.texts,
    "numbers": numbers.texts,
    "dates": dates.texts,
    "contact": contact.texts,
    "queries": queries.texts,
    "markup": markup.texts,
    "formulas": formulas.texts,
    "mail_headers": mail_headers.texts,
    "redirects": redirects.texts,
    "addresses": markup.addresses,
    "japanese": japanese.texts,
}
STEP = 7919
"""A prime: walking a category in such steps meets all of its values, far apart ones first."""


class Value(NamedTuple):
    """One text; its id is the same in every process."""

    id: str
    text: str


@cache
def category(name: str) -> tuple[Value, ...]:
    """Return the values of one category, each once."""
    texts = dict.fromkeys(SOURCES[name]())
    return tuple(Value(f"{name}-{at:04}", text) for at, text in enumerate(texts))


class Dealer:
    """Hands out values to entries: by day one each, the categories in turn; `BAD_INPUT=20` 20 of each, or `all`."""

    def __init__(self, start: int = 0) -> None:
        self.turns = count(start)
        self.asked = os.environ.get("BAD_INPUT", "")

    def deal(self, each_day: int = 1) -> Iterator[Value]:
        """Yield the values for the next entry."""
        if self.asked:
            turn = next(self.turns)
            for name in SOURCES:
                yield from self._some(name, turn)
            return
        names = list(SOURCES)
        for _ in range(each_day):
            turn = next(self.turns)
            values = category(names[turn % len(names)])
            yield values[turn * STEP % len(values)]

    def _some(self, name: str, turn: int) -> Iterator[Value]:
        values = category(name)
        share = len(values) if self.asked == "all" else min(int(self.asked), len(values))
        return (values[(turn * share + at) * STEP % len(values)] for at in range(share))
