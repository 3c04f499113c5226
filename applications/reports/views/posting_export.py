"""The ministry's file of all postings."""

from django.http import HttpRequest, StreamingHttpResponse
from django.views.decorators.http import require_safe

from applications.reports.posting_export import COLUMNS, counted
from keynet.accounts.audience import person
from postings.exports.writer import download
from postings.models import Posting
from postings.search.filters import MinistryFilter


@require_safe
def postings_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Send every posting that the ministry sees, with all terms (F.2), narrowed like its list."""
    visible = Posting.objects.visible_to(person(request)).for_list().order_by("-pk")
    return download("all_postings", COLUMNS, counted(MinistryFilter(request.GET, queryset=visible).qs))
