"""Counting what fits where no tally can: all that fit are taken first, up to a limit, and everything comes from them.

Left to itself, PostgreSQL walks the index of dates for a rare word and reads half the table. So the first step stands
on its own (MATERIALIZED) and has a limit, which bounds the worst case; who meets it is told 「2,000件以上」.
"""

import json
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.utils import timezone

from postings.search.choices import SINCE_DAYS
from postings.search.chosen import Criteria
from postings.search.facets import NAMES, Facets
from postings.search.orders import sql_order
from postings.search.predicates import Keyword, expected, listings, published_since

MOST = 2_000
"""So many are counted; more are 「2,000件以上」. What they cost: 4 ms to read, 4 ms for the numbers beside the choices."""

_COLUMNS = ("posting_id", "published_at", "publish_to", "wage_order", "wage_min", "urgent_until", "traits")
_FIRST = """
    WITH fitting ({columns}) AS MATERIALIZED ({fitting})
    SELECT total,
        CASE WHEN total <= {most} THEN
            ARRAY(SELECT posting_id FROM fitting ORDER BY {order} LIMIT %s OFFSET %s)
        END,
        CASE WHEN total <= {most} THEN (
            SELECT jsonb_object_agg(trait, number) FROM (
                SELECT trait, count(*) AS number FROM fitting, unnest(traits) AS trait
                WHERE trait NOT LIKE 'spot:%%' GROUP BY trait
                UNION ALL SELECT 'urgent:1', count(*) FROM fitting WHERE urgent_until > %s
                UNION ALL SELECT 'since:day', count(*) FROM fitting WHERE published_at >= %s
                UNION ALL SELECT 'since:week', count(*) FROM fitting WHERE published_at >= %s
            ) AS counted
        ) END
    FROM (SELECT count(*) AS total FROM fitting) AS counted
"""
_WHOLE = "SELECT '{name}', '', count(*) FROM {name}_fitting"
_BY_TRAIT = """
    SELECT '{name}', trait, count(*) FROM {name}_fitting, unnest(traits) AS trait
    WHERE trait LIKE '{name}:%%' GROUP BY trait
"""
_SINCE = "SELECT 'since', '{since}', count(*) FROM since_fitting WHERE published_at >= %s"
_COUNT = "(SELECT count(*) FROM ({fitting}) AS fitting)"


@dataclass(frozen=True, slots=True)
class Matches:
    """What the first step found. Beyond the limit it knows no more than that there are so many."""

    total: int
    page: list[int]
    facets: Facets

    @property
    def is_capped(self) -> bool:
        """Return whether there are more than were counted."""
        return self.total > MOST


def matches(criteria: Criteria, keyword: Keyword) -> Matches:
    """Return how many fit, the keys of the page, and the numbers under all conditions, in one query."""
    fitting, parameters = _fitting(criteria, keyword)
    sql = _FIRST.format(
        columns=", ".join(_COLUMNS), fitting=fitting, most=MOST, order=sql_order(criteria.sort)
    )
    page = (criteria.per, criteria.per * (criteria.page - 1))
    moments = (timezone.now(), published_since("day"), published_since("week"))
    with connection.cursor() as cursor:
        cursor.execute(sql, (*parameters, *page, *moments))
        total, keys, numbers = cursor.fetchone()
    return Matches(total, keys or [], _facets(total, json.loads(numbers or "{}")))


def branches(criteria: Criteria, keyword: Keyword, names: list[str]) -> Facets:
    """Return the numbers of parameters of which one value excludes the others, each without its own condition.

    One query; a parameter for which too many fit, or are expected to, stays unknown.
    """
    found = Facets()
    names = [name for name in names if expected(criteria.without(name), keyword) <= 2 * MOST]
    if not names:
        return found
    steps, selects, parameters = [], [], []
    for name in names:
        fitting, values = _fitting(criteria.without(name), keyword)
        steps.append(f"{name}_fitting ({', '.join(_COLUMNS)}) AS MATERIALIZED ({fitting})")
        selects.append(_select(name))
        parameters += values
    sql = f"WITH {', '.join(steps)} {' UNION ALL '.join(selects)}"
    moments = {since: published_since(since) for since in SINCE_DAYS}
    with connection.cursor() as cursor:
        cursor.execute(sql, [*parameters, *(moments[since] for since in SINCE_DAYS if "since" in names)])
        rows = cursor.fetchall()
    for name, value, number in rows:
        if not value and number <= MOST:
            found.known.add(name)
        elif value:
            found.of[name][value.removeprefix(f"{name}:")] = number
    return found


def count_each(searches: list[Criteria], keyword: Keyword) -> list[int]:
    """Return how many fit each search, at most one more than `MOST`, in one query."""
    if not searches:
        return []
    parts, parameters = [], []
    for criteria in searches:
        fitting, values = _fitting(criteria, keyword)
        parts.append(_COUNT.format(fitting=fitting))
        parameters += values
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", parameters)
        return list(cursor.fetchone())


def _fitting(criteria: Criteria, keyword: Keyword) -> tuple[str, list[Any]]:
    found = listings(criteria, keyword).values_list(*_COLUMNS)[: MOST + 1]
    sql, parameters = found.query.sql_with_params()
    return sql, list(parameters)


def _select(name: str) -> str:
    if name == "since":
        by_day = (_SINCE.format(since=since) for since in SINCE_DAYS)
        return " UNION ALL ".join([_WHOLE.format(name=name), *by_day])
    return f"{_WHOLE.format(name=name)} UNION ALL {_BY_TRAIT.format(name=name)}"


def _facets(total: int, numbers: dict[str, int]) -> Facets:
    found = Facets(total=min(total, MOST))
    if total <= MOST:
        found.known = set(NAMES)
        for trait, number in numbers.items():
            name, _, value = trait.partition(":")
            found.of[name][value] = number
    return found
