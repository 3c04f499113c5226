"""Where an application or an inquiry stands, as a chip for the facility's console."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from applications.lifecycle import ApplicationStatus as S
from applications.models import Application, Inquiry

register = template.Library()

WAITS, GOES, DONE, OVER = (
    "status status--todo",
    "status status--doing",
    "status status--done",
    "status status--closed",
)
CHIPS = {S.SUBMITTED: WAITS, S.REVIEWING: GOES, S.INTERVIEW: GOES, S.OFFERED: GOES, S.HIRED: DONE}
"""The shape and colour of each state; the word says it. What is not here is over."""


@register.simple_tag
def application_status(application: Application) -> SafeString:
    """Draw the state of an application."""
    chip = CHIPS.get(S(application.status), OVER)
    return format_html('<span class="{}">{}</span>', chip, application.get_status_display())


@register.simple_tag
def inquiry_status(inquiry: Inquiry) -> SafeString:
    """Draw the state of an inquiry."""
    chip = WAITS if inquiry.is_open else DONE if inquiry.answered_at else OVER
    return format_html('<span class="{}">{}</span>', chip, inquiry.get_status_display())
