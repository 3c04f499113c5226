"""Components of the design system that need a little thinking before they are drawn. docs/design.md shows each."""

from functools import cache
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm
from django.http import HttpRequest
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from keynet.templatetags.icons import ICONS

register = template.Library()

# kind of notice: class of its frame, icon, word read before the heading
NOTICES = {
    "info": ("", "info", "お知らせ"),
    "ok": ("notice--ok", "ok", "完了"),
    "warn": ("notice--warn", "warning", "注意"),
    "err": ("notice--err", "error", "確認が必要です"),
}
# Django's levels of messages, in our kinds
LEVELS = {"success": "ok", "warning": "warn", "error": "err", "debug": "info"}


@register.simple_tag
@cache
def icon(name: str, extra: str = "") -> SafeString:
    """Draw a line icon that says nothing by itself; `extra` adds a class."""
    return format_html(
        '<svg class="icon{}" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" fill="none" '
        'stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">{}</svg>',
        f" {extra}" if extra else "",
        mark_safe(ICONS[name]),  # noqa: S308 -- our own drawing, never anybody's input
    )


@register.simple_block_tag
def notice(content: str, kind: str = "info", heading: str = "", level: str = "h2", live: bool = False) -> str:
    """Frame a few sentences; kind is info, ok, warn or err. `live` has screen readers say it when it appears."""
    modifier, symbol, word = NOTICES[LEVELS.get(kind, kind)]
    return render_to_string(
        "components/notice.html",
        {
            "modifier": modifier,
            "symbol": symbol,
            "kind": word,
            "heading": heading,
            "level": level,
            "live": live,
            "body": content,
        },
    )


@register.inclusion_tag("components/crumbs.html")
def crumbs(here: str, *trail: str) -> dict[str, Any]:
    """Show where one is: this page's name, then label and address of each page above it, the highest first."""
    return {"here": here, "trail": list(zip(trail[::2], trail[1::2], strict=True))}


@register.simple_tag
def error_prefix(*forms: BaseForm) -> str:
    """Return what a page's title begins with while something must be corrected."""
    return "エラー：" if any(form.errors for form in forms) else ""


@register.inclusion_tag("components/error_summary.html")
def error_summary(*forms: BaseForm) -> dict[str, Any]:
    """List what to correct, in the order of the questions, each a link to its control."""
    return {"forms": forms, "count": sum(len(found) for form in forms for found in form.errors.values())}


@register.inclusion_tag("components/warning_summary.html")
def warning_summary(form: Any) -> dict[str, Any]:
    """List what to look at once more (`form.warnings`); it asks, it does not stop."""
    form.is_valid()  # warnings are found while cleaning
    lines = [(form[name].id_for_error, sentence) for name, sentence in form.warnings]
    return {"lines": lines, "seen": form.warned}


@register.inclusion_tag("components/confirm_rows.html")
def confirm_rows(form: BaseForm, change_url: str = "") -> dict[str, Any]:
    """Show what was typed, each line with a link back to its question."""
    return {"fields": form.visible_fields(), "change_url": change_url}


@register.inclusion_tag("components/steps.html")
def steps(current: int, *labels: str) -> dict[str, Any]:
    """Show where one is among the numbered steps; `current` counts from 1."""
    return {"current": current, "count": len(labels), "labels": labels}


@register.inclusion_tag("components/pager.html", takes_context=True)
def pager(context: Context, page: Page[Any]) -> dict[str, Any]:
    """Lead through the pages of a list, keeping the conditions in the address; nothing for a single page."""
    request: HttpRequest = context["request"]
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return {
        "page": page,
        "size": page.paginator.per_page,
        "links": [(number, _address(request, number)) for number in numbers],
        "previous": _address(request, page.number - 1),
        "next": _address(request, page.number + 1),
    }


def _address(request: HttpRequest, number: int | str) -> str:
    if not isinstance(number, int):
        return ""
    query = request.GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"
