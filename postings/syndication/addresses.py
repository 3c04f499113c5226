"""Where the feed and the file of a search are: the same query string as its page."""

from dataclasses import replace

from django.urls import reverse

from postings.search.criteria import Criteria


def feed_address(criteria: Criteria) -> str:
    """Return the path of the feed, which knows one order and no pages."""
    return _address("postings:feed", replace(criteria, sort="new", page=1))


def file_address(criteria: Criteria) -> str:
    """Return the path of the CSV, in the order of the page."""
    return _address("postings:search_csv", replace(criteria, page=1))


def _address(name: str, criteria: Criteria) -> str:
    query = criteria.query()
    return reverse(name) + (f"?{query}" if query else "")
