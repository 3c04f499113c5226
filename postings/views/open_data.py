"""The open data."""

from django.http import HttpRequest, StreamingHttpResponse
from django.views.decorators.http import require_safe

from postings.exports.columns import OPEN_DATA
from postings.exports.writer import download
from postings.models import Posting


@require_safe
def postings_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Send all postings that can be applied to or are paused (F.1), newest first."""
    shown = Posting.objects.public().exclude(status="closed").for_list().order_by("-published_at", "-pk")
    return download("postings", OPEN_DATA, shown)
