"""What machines read: the open data, and what search engines may visit."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe

from postings.exports.columns import OPEN_DATA
from postings.exports.writer import download
from postings.models import Posting

ROBOTS = """User-agent: *
Disallow: /account/
Disallow: /applications/
Disallow: /inquiries/
Disallow: /registration/
Disallow: /recruiters/
"""


@require_safe
def postings_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Send all postings that can be applied to or are paused (F.1), newest first."""
    shown = Posting.objects.public().exclude(status="closed").for_list().order_by("-published_at", "-pk")
    return download("postings", OPEN_DATA, shown)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Keep crawlers out of forms and secret links; consoles answer them with the login page anyway."""
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")
