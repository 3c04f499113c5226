"""Many like parts drawn in one go are as safe as a template."""

from django.utils.html import format_html_join
from django.utils.safestring import mark_safe

from keynet.templatetags.drawing import draw


def test_what_is_drawn_in_one_go_is_escaped_as_in_a_template() -> None:
    rows = [(mark_safe(" checked"), "<b>&'\"", 3), ("", "看護師", None)]
    drawn = draw("<i{}>{} {}</i>", rows, between=" ")
    assert drawn == format_html_join(" ", "<i{}>{} {}</i>", rows)
    assert "<b>" not in drawn
