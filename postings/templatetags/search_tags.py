"""The search panel: `{% load search_tags %}`. It has two hundred boxes, which are drawn in one go."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from keynet.templatetags.components import icon
from keynet.templatetags.drawing import draw
from postings.search.panel import Choice, Group

register = template.Library()
BOX = '<label class="{}"><input type="{}" name="{}" value="{}"{}>{}{}</label>'
NUMBER = ' <small class="num">{:,}</small>'
OPTION = '<option value="{}"{}>{}</option>'
CHECKED, SELECTED = mark_safe(" checked"), mark_safe(" selected")
PART = (
    '<details class="fgroup" id="by-{}"{}><summary>{}{}{}</summary>'
    '<fieldset class="fgroup__body"><legend class="vh">{}</legend>{}</fieldset></details>'
)
MORE = (
    '{}<div class="fgroup__text"><label for="more-{}">{}</label>'
    '<select id="more-{}" name="{}"><option value="">選ばない</option>{}</select></div>'
)
PICKED = '<span class="picked num">{}件選択</span>'


@register.simple_tag
def boxes(group: Group, kind: str = "check") -> SafeString:
    """Draw a group's checkboxes, each with what it would show; `kind` is "check", "chip" or "radio"."""
    control = "radio" if kind == "radio" else "checkbox"
    return draw(
        BOX,
        (
            (kind, control, group.name, one.value, CHECKED if one.checked else "", one.label, _number(one))
            for one in group.choices
        ),
    )


@register.simple_tag
def choose_more(group: Group, label: str, key: str) -> SafeString:
    """Draw the chosen ones of a long list as boxes, and a select that adds one more; `key` is its own on the page."""
    chosen = Group(group.name, [one for one in group.choices if one.checked])
    lines = ((one.value, "", one.label + _in_brackets(one)) for one in group.choices if not one.checked)
    return format_html(MORE, boxes(chosen), key, label, key, group.name, draw(OPTION, lines))


@register.simple_tag
def options(choices: Iterable[Choice]) -> SafeString:
    """Draw the lines of a select."""
    return draw(OPTION, ((one.value, SELECTED if one.checked else "", one.label) for one in choices))


@register.simple_block_tag
def panel_part(content: str, name: str, label: str, picked: int = 0, unfolded: bool = False) -> SafeString:
    """Fold a part of the panel; it stands open when it is often used, or when something in it is chosen."""
    is_open = mark_safe(" open" if unfolded or picked else "")  # noqa: S308 -- an attribute
    chosen = format_html(PICKED, picked) if picked else ""
    return format_html(PART, name, is_open, label, chosen, icon("chevron", "chev"), label, content)


def _number(choice: Choice) -> SafeString:
    return mark_safe("" if choice.count is None else NUMBER.format(choice.count))  # noqa: S308 -- a number


def _in_brackets(choice: Choice) -> str:
    return "" if choice.count is None else f"（{choice.count:,}件）"
