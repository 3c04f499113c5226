"""Where a posting stands, as a chip for the consoles of facility, office and bodies."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from postings.lifecycle import PostingStatus as S
from postings.models import Posting
from postings.models.days import key_of
from postings.wording.hours import spot_day

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


@register.simple_tag
def hired_by_day(posting: Posting) -> list[tuple[str, int, int]]:
    """Return each single day of the work, how many are hired for it and how many it asks for."""
    return [
        (spot_day(day | {"headcount": None}), posting.filled_days.get(key_of(day), 0), int(day["headcount"]))
        for day in posting.spot_dates
    ]
