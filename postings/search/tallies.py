"""Counts by adding up: for the frequent searches all numbers of a page come from a few hundred rows."""

from collections import Counter
from datetime import timedelta
from typing import Any

from django.db import connection
from django.utils import timezone

from keynet.vocabulary.employment import EmploymentType
from keynet.vocabulary.occupations import Occupation
from keynet.vocabulary.prefectures import PREFECTURES
from postings.search.choices import SINCE_DAYS
from postings.search.chosen import Criteria
from postings.search.facets import NAMES, Facets

_ALONE = ("city", "program", "shift", "pay", "care", "home", "since")
"""Of these a listing has one value, so that the numbers of several values may be added."""
_SEVERAL = ("dept", "tag", "online")
_FURTHER = (*_ALONE, *_SEVERAL, "least", "spot_from", "spot_until", "q", "urgent")

_CORE = """
    SELECT 'emp', employment, sum(number) FROM postings_tally
    WHERE occupation = ANY(%(occ)s) AND prefecture = ANY(%(pref)s) AND trait = ANY(%(traits)s)
    GROUP BY employment
    UNION ALL
    SELECT 'occ', occupation, sum(number) FROM postings_tally
    WHERE occupation = ANY(%(every_occ)s) AND prefecture = ANY(%(pref)s) AND trait = ANY(%(traits)s)
        AND employment = ANY(%(emp)s)
    GROUP BY occupation
    UNION ALL
    SELECT 'pref', prefecture, sum(number) FROM postings_tally
    WHERE occupation = ANY(%(occ)s) AND prefecture = ANY(%(every_pref)s) AND trait = ANY(%(traits)s)
        AND employment = ANY(%(emp)s)
    GROUP BY prefecture
"""
_REST = """
    UNION ALL
    SELECT 'trait', trait, sum(number) FROM postings_tally
    WHERE occupation = ANY(%(occ)s) AND prefecture = ANY(%(pref)s) AND employment = ANY(%(emp)s)
        AND (trait NOT LIKE 'day:%%' OR trait = ANY(%(week)s))
    GROUP BY trait
    UNION ALL
    SELECT 'trait', 'urgent:1', count(*) FROM postings_listing
    WHERE urgent_until > %(now)s AND employment = ANY(%(emp)s)
        AND occupation = ANY(%(chosen_occ)s) AND prefecture = ANY(%(chosen_pref)s)
"""


def further(criteria: Criteria) -> list[str]:
    """Return the conditions beside occupation, prefecture and employment type, by which everything is tallied."""
    return [name for name in _FURTHER if getattr(criteria, name)]


def traits_of(criteria: Criteria) -> list[str] | None:
    """Return the traits one of which a listing must have: [""] for none; None where tallies cannot answer."""
    names = further(criteria)
    if not names:
        return [""]
    name = names[0]
    if len(names) > 1 or name not in (*_ALONE, *_SEVERAL):
        return None
    if name == "since":
        return _days(SINCE_DAYS[criteria.since])
    values: tuple[str, ...] = getattr(criteria, name)
    in_one_place = name != "city" or len(criteria.prefectures) == 1
    return (
        [f"{name}:{value}" for value in values]
        if in_one_place and (name in _ALONE or len(values) == 1)
        else None
    )


def standing(criteria: Criteria, traits: list[str] | None = None) -> Facets:
    """Return the numbers under the chosen occupations, prefectures and employment types, in one query.

    With `traits`, of the listings with one of them, and then only by these three.
    """
    whole = not traits or traits == [""]
    rows = _sums(criteria, traits or [""], whole=whole)
    found = Facets(known=set(NAMES) if whole else {"occ", "pref", "emp"})
    for name, value, number in rows:
        if name == "trait":
            name, _, value = value.partition(":")
        if number:
            found.of[name][value] = number
    found.total = sum(found.emp[value] for value in criteria.emp or found.emp)
    days: Counter[str] = found.of.pop("day", Counter())
    for since, length in SINCE_DAYS.items():
        found.of["since"][since] = sum(days[day.removeprefix("day:")] for day in _days(length))
    return found


def sum_of(trait: str) -> int:
    """Return the sum over all listings: of `places`, or the number of all for ""."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(sum(number), 0) FROM postings_tally"
            " WHERE occupation = '' AND prefecture = '' AND trait = %s",
            [trait],
        )
        number: int = cursor.fetchone()[0]
    return number


def _sums(criteria: Criteria, traits: list[str], *, whole: bool) -> list[tuple[str, str, int]]:
    every_occ, every_pref = list(Occupation.values), list(PREFECTURES)
    parameters: dict[str, Any] = {
        "occ": list(criteria.occ) or [""],
        "pref": list(criteria.prefectures) or [""],
        "emp": list(criteria.emp) or list(EmploymentType.values),
        "every_occ": every_occ,
        "every_pref": every_pref,
        "chosen_occ": list(criteria.occ) or every_occ,
        "chosen_pref": list(criteria.prefectures) or every_pref,
        "traits": traits,
        "week": _days(SINCE_DAYS["week"]),
        "now": timezone.now(),
    }
    with connection.cursor() as cursor:
        cursor.execute(_CORE + _REST if whole else _CORE, parameters)
        rows: list[tuple[str, str, int]] = cursor.fetchall()
    return rows


def _days(length: int) -> list[str]:
    today = timezone.localdate()
    return [f"day:{today - timedelta(days=ago)}" for ago in range(length)]
