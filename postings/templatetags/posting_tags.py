"""A posting as card, key facts and terms. `disclose` shows a hidden name, `gaps` marks what is not filled in yet."""

import re
from typing import Any

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from keynet.vocabulary.employment import EmploymentType
from postings import wording
from postings.models import Posting
from postings.wording import pay
from postings.wording.place import facility_name, kind_of_facility

register = template.Library()
SHORT_BRACKETS = re.compile(r"(（[^（）]{1,14}）)")


@register.filter
def unbroken(title: str) -> SafeString:
    """Keep short brackets of a title on one line: 「（3か月間）」 is not torn apart on a narrow screen."""
    return mark_safe(SHORT_BRACKETS.sub(r'<wbr><span class="nowrap">\1</span>', escape(title)))  # noqa: S308 -- escaped


@register.filter
def wage(posting: Posting) -> str:
    """Return the wage in words, for short lists."""
    return pay.wage(posting)


@register.filter
def employment(posting: Posting) -> str:
    """Return 雇用形態 without its explanation, for dense tables."""
    return EmploymentType(posting.employment_type).short


@register.inclusion_tag("postings/parts/card.html")
def posting_card(
    posting: Posting, disclose: bool = False, gaps: bool = False, preview: bool = False, level: str = "h3"
) -> dict[str, Any]:
    """Show one posting of a list. `preview` leaves the link out: the page it leads to does not exist yet."""
    return {
        "posting": posting,
        "tags": wording.card_tags(posting),
        "facility_name": facility_name(posting, disclose),
        "kind": kind_of_facility(posting),
        "wage": pay.wage(posting),
        "facts": wording.card_facts(posting, disclose=disclose),
        "near": wording.closes_soon(posting),
        "gaps": gaps,
        "preview": preview,
        "level": level,
    }


@register.inclusion_tag("postings/parts/key_facts.html")
def posting_key_facts(posting: Posting, disclose: bool = False, gaps: bool = False) -> dict[str, Any]:
    """Show the seven facts that one decides by."""
    return {"facts": wording.key_facts(posting, disclose=disclose), "gaps": gaps}


@register.inclusion_tag("postings/parts/terms.html")
def posting_terms(
    posting: Posting, disclose: bool = False, gaps: bool = False, internal: bool = False
) -> dict[str, Any]:
    """Show all terms as sections; `internal` adds what only facility, office and ministry read."""
    found = wording.sections(posting, disclose=disclose)
    if internal:
        found.append(wording.internal_section(posting))
    return {"sections": [(section, section.shown(gaps)) for section in found], "gaps": gaps}
