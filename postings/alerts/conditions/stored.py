"""A stored condition: written as the search's own canonical query, read by the search's own reader."""

from dataclasses import replace
from functools import lru_cache

from django.http import QueryDict

from postings.alerts.models.saved_condition import LONGEST_QUERY
from postings.search.criteria import Criteria, read


def lasting(criteria: Criteria) -> Criteria:
    """Return the conditions of a search: order and page are none, and every letter tells only what is new anyway."""
    plain, exact = Criteria(), criteria.exact and bool(criteria.q)
    return replace(criteria, exact=exact, since=plain.since, sort=plain.sort, per=plain.per, page=plain.page)


def query_of(criteria: Criteria) -> str:
    """Return what is stored of a search."""
    return lasting(criteria).query()


@lru_cache(maxsize=4096)
def criteria_of(query: str) -> Criteria:
    """Return the search of a stored query. Many people share one: thousands are read once."""
    return read(QueryDict(query))[0]


def in_words(criteria: Criteria) -> str:
    """Return 「看護師、神奈川県、「訪問」」: every condition that narrows, as the result page says it."""
    return "、".join(label for label, _without in criteria.chosen())


def can_be_stored(criteria: Criteria) -> bool:
    """Return whether a search is a condition: it narrows something, and is not longer than what is kept."""
    return lasting(criteria).narrows and len(query_of(criteria)) <= LONGEST_QUERY
