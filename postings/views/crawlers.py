"""What search engines ask for: where they may go, and which pages there are."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from postings.syndication import sitemap

XML = "application/xml; charset=utf-8"
ROBOTS = """User-agent: *
Disallow: /account/
Disallow: /applications/
Disallow: /inquiries/
Disallow: /registration/
Disallow: /recruiters/
Disallow: /alerts/
Disallow: /saved/
Disallow: /postings/search.csv
"""


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Keep crawlers out of forms and secret links; consoles answer them with the login page anyway."""
    text = f"{ROBOTS}\nSitemap: {settings.SITE_URL}{reverse('postings:sitemap_index')}\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """List the maps."""
    return HttpResponse("".join(sitemap.index()), content_type=XML)


@require_safe
def sitemap_pages(request: HttpRequest) -> HttpResponse:
    """List the fixed pages."""
    return HttpResponse("".join(sitemap.pages()), content_type=XML)


@require_safe
def sitemap_postings(request: HttpRequest, file: int) -> StreamingHttpResponse:
    """List the published postings of one file, in steps and in constant memory."""
    if sitemap.is_empty(file):
        raise Http404
    return StreamingHttpResponse(sitemap.postings(file), content_type=XML)
