"""What the inverted index of listings is asked: pairs of letters and traits, each sure to be there when a listing fits.

The index only proposes; `Condition.truth` decides. So a proposal may be too wide, and must never be too narrow.
"""

from collections.abc import Iterable
from itertools import pairwise
from math import prod
from typing import NamedTuple

from django.contrib.postgres.search import SearchQueryField
from django.core.cache import caches
from django.db import connection
from django.db.models import BooleanField, F, Func, Value
from django.db.models.functions import Cast

from postings.models.listing import Words

Lookup = tuple[tuple[str, ...], ...]
"""Any of these groups of lexemes has to be there as a whole. A lexeme of one letter stands for all that begin so."""

COMMON = 0.15
"""From this share of all listings on, reading some rows meets enough that fit before the index has listed them all."""
COMMON_TOGETHER = 0.3
"""The same for several conditions. Two of which each has a half may exclude each other, and all rows would be read for
nothing; beyond a quarter two have to overlap."""
MOSTLY = 0.5
"""What so many listings have narrows nothing: beside other conditions the index is not asked for it."""
SECONDS = 600


def of_traits(name: str, values: Iterable[str]) -> Lookup:
    """Ask for any of the values of a trait."""
    return tuple((f" {name}:{value}",) for value in values)


def of_word(key: str) -> tuple[str, ...]:
    """Ask for a folded word: its pairs of letters, or the one letter that it is."""
    pairs = dict.fromkeys(map("".join, pairwise(key)))
    return tuple(pairs) or (key,)


class Proposed(Func):
    """Whether the index proposes the listing for all lookups."""

    template = "(%(expressions)s)"
    arg_joiner = " @@ "
    output_field = BooleanField()

    def __init__(self, lookups: list[Lookup], path: str = "") -> None:
        words = Words(F(f"{path}text"), F(f"{path}traits"))
        super().__init__(words, Cast(Value(_tsquery(lookups)), SearchQueryField()))


class Statistics(NamedTuple):
    """How many listings there are, and the shares of the most frequent lexemes, as of the last ANALYZE."""

    rows: float
    shares: dict[str, float]

    def share(self, lookups: list[Lookup]) -> float:
        """Return which share of the listings fits, as if words stood together by chance; 0 for rare ones."""
        return prod(min(1.0, sum(map(self._share, lookup))) for lookup in lookups)

    def are_common(self, lookups: list[Lookup]) -> bool:
        """Return whether the listings that fit are met soon on any way."""
        return self.share(lookups) > (COMMON if len(lookups) == 1 else COMMON_TOGETHER)

    def rarest(self, lookup: Lookup) -> Lookup:
        """Return the lookup with the two rarest lexemes of each word: they propose nearly the same and are read sooner."""
        return tuple(tuple(sorted(group, key=lambda one: self._share((one,)))[:2]) for group in lookup)

    def _share(self, group: tuple[str, ...]) -> float:
        return min(
            1 - prod(1 - share for pair, share in self.shares.items() if pair.startswith(one))
            if len(one) == 1
            else self.shares.get(one, 0.0)
            for one in group
        )


def read_statistics() -> Statistics:
    """Return what PostgreSQL knows of the listings."""
    found: Statistics | None = caches["pages"].get("postings.statistics")
    if found is None:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT reltuples, most_common_elems::text::text[], most_common_elem_freqs"
                " FROM pg_class LEFT JOIN pg_stats"
                " ON tablename = 'listing_words' AND schemaname = current_schema"
                " WHERE pg_class.oid = 'postings_listing'::regclass"
            )
            rows, lexemes, shares = cursor.fetchone()
        found = Statistics(rows, dict(zip(lexemes or (), shares or (), strict=False)))
        caches["pages"].set("postings.statistics", found, SECONDS)
    return found


def _tsquery(lookups: list[Lookup]) -> str:
    return " & ".join(
        f"({' | '.join(' & '.join(map(_term, group)) for group in lookup)})" for lookup in lookups
    )


def _term(lexeme: str) -> str:
    quoted = "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'"
    return f"{quoted}:*" if len(lexeme) == 1 else quoted
