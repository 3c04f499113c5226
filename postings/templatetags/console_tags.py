"""Where a posting stands, as a chip for the consoles of facility, office and bodies."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from postings.lifecycle import PostingStatus as S
from postings.models import Posting

register = template.Library()

CHIPS = {
    S.DRAFT: "status",
    S.SUBMITTED: "status status--doing",
    S.RETURNED: "status status--todo",
    S.CHECKED: "status status--todo",
    S.PUBLISHED: "status status--done",
    S.PAUSED: "status status--stop",
    S.CLOSED: "status status--closed",
    S.SUSPENDED: "status status--stop",
    S.REJECTED: "status status--closed",
}
"""The shape and colour of each state; the word says it."""


@register.simple_tag
def posting_status(posting: Posting) -> SafeString:
    """Draw the state of a posting."""
    return format_html('<span class="{}">{}</span>', CHIPS[S(posting.status)], posting.get_status_display())
