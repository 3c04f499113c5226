"""Any search as a feed and as a file: the same query string as the page, for readers and spreadsheets."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, set_response_etag
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from postings.exports.columns import OPEN_DATA
from postings.exports.writer import download
from postings.search.criteria import read
from postings.search.posting_search import PostingSearch
from postings.syndication.addresses import newest
from postings.syndication.feed import feed_of


@require_safe
def feed(request: HttpRequest) -> HttpResponseBase:
    """Send the newest postings of a search as Atom; 304 to a reader that has them already."""
    criteria, unusable = read(request.GET)
    if unusable:
        return _unusable(unusable)
    text, updated = feed_of(PostingSearch(newest(criteria)))
    response = HttpResponse(text, content_type="application/atom+xml; charset=utf-8")
    response.headers["Last-Modified"] = http_date(updated.timestamp())
    set_response_etag(response)
    moment = int(updated.timestamp())
    etag = response.headers["ETag"]
    return get_conditional_response(request, etag=etag, last_modified=moment, response=response) or response


@require_safe
def search_csv(request: HttpRequest) -> HttpResponseBase:
    """Send all postings of a search as CSV (F.1), in its order, however many there are."""
    criteria, unusable = read(request.GET)
    return _unusable(unusable) if unusable else download("search", OPEN_DATA, PostingSearch(criteria).results)


def _unusable(values: list[str]) -> HttpResponse:
    """Refuse a search that would quietly be a wider one: nobody reads a notice in a file."""
    words = f"次の条件は使えませんでした：{'、'.join(values)}。求人をさがすページで選び直してください。\n"
    return HttpResponse(words, content_type="text/plain; charset=utf-8", status=400)
