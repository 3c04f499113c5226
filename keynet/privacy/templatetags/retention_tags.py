"""The table of rules for the privacy page."""

from django import template

from keynet.privacy.retention import RULES
from keynet.privacy.rule import Rule

register = template.Library()


@register.simple_tag
def retention_rules() -> tuple[Rule, ...]:
    """Return how long which data stays."""
    return RULES
