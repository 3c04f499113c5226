"""Where a search is a feed and a file."""

from django import template

from postings.search.posting_search import PostingSearch
from postings.syndication.addresses import feed_address, file_address

register = template.Library()


@register.simple_tag
def feed_url(search: PostingSearch) -> str:
    """Return the path of the search's Atom feed."""
    return feed_address(search.criteria)


@register.simple_tag
def file_url(search: PostingSearch) -> str:
    """Return the path of the search's CSV."""
    return file_address(search.criteria)
