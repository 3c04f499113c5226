"""Where an application or an inquiry stands, as a chip for the facility's console."""

from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from applications.lifecycle import ApplicationStatus as S
from applications.models import Application, Inquiry
from keynet.templatetags.components import icon
from keynet.vocabulary.japanese import date_ja, datetime_ja

register = template.Library()
OVERDUE = "3営業日を過ぎています"

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
def application_due(application: Application) -> SafeString:
    """Say what comes next and by when; the row comes from `applications.inbox.with_dates`."""
    words, is_late = next_date(application)
    if not is_late:
        return format_html("{}", words)
    return format_html('<span class="due due--near">{}<b>{}</b></span>', icon("warning"), words)


@register.filter
def is_overdue(application: Application) -> bool:
    """Return whether what comes next should have come."""
    return next_date(application)[1]


@register.filter
def can_be_answered(application: Application) -> bool:
    """Return whether the facility may still decide: a refusal that waits is called back first."""
    return application.is_undecided and not _is_being_refused(application)


@register.filter
def state_now(application: Application) -> str:
    """Return where the application stands, with a decision that nobody was told of."""
    return "見送りを決めています" if _is_being_refused(application) else application.get_status_display()


def _is_being_refused(application: Application) -> bool:
    refusal = getattr(application, "refusal", None)
    return refusal is not None and refusal.is_waiting


def next_date(application: Any) -> tuple[str, bool]:
    """Return what comes next, and whether it is overdue."""
    if _is_being_refused(application):
        return f"見送りを{timezone.localtime(application.refusal.tell_at):%H:%M}に知らせます", False
    if application.is_undecided and application.direct_selection_on:
        return "直接の選考の結果", False
    if application.answer_due_on:
        return (OVERDUE, True) if application.is_late else (date_ja(application.answer_due_on), False)
    if application.status == S.INTERVIEW and application.interview_at:
        return f"面接 {datetime_ja(application.interview_at)}", False
    if application.status == S.OFFERED and application.accepted_at:
        return "採用を知らせる", False
    if application.status == S.OFFERED and application.answer_by:
        return f"返事 {date_ja(application.answer_by)}まで", application.answer_by < timezone.localdate()
    return "なし", False


@register.simple_tag
def inquiry_status(inquiry: Inquiry) -> SafeString:
    """Draw the state of an inquiry."""
    chip = WAITS if inquiry.is_open else DONE if inquiry.answered_at else OVER
    return format_html('<span class="{}">{}</span>', chip, inquiry.get_status_display())
