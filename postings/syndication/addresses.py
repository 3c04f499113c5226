"""Where the feed and the file of a search are: the same query string as its page."""

from dataclasses import replace

from django.urls import reverse

from postings.search.criteria import Criteria


def feed_address(criteria: Criteria) -> str:
    """Return the path of the feed."""
    return _address("postings:feed", newest(criteria))


def newest(criteria: Criteria) -> Criteria:
    """Return the conditions as a feed takes them: it knows one order and no pages."""
    plain = Criteria()
    return replace(criteria, sort=plain.sort, per=plain.per, page=plain.page)


def file_address(criteria: Criteria) -> str:
    """Return the path of the CSV, in the order of the page."""
    plain = Criteria()
    return _address("postings:search_csv", replace(criteria, per=plain.per, page=plain.page))


def _address(name: str, criteria: Criteria) -> str:
    query = criteria.query()
    return reverse(name) + (f"?{query}" if query else "")
