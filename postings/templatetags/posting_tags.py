"""A posting as card, key facts and terms. `disclose` shows a hidden name, `gaps` marks what is not filled in yet."""

import re
from typing import Any

from django import template
from django.template.context import Context
from django.template.defaultfilters import linebreaksbr
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from keynet.templatetags.components import icon
from keynet.templatetags.drawing import draw
from keynet.vocabulary.employment import EmploymentType
from postings import wording
from postings.drawn import drawn_once
from postings.models import Posting
from postings.saved.shelf import shelf_of
from postings.wording import pay
from postings.wording.period import bracketed
from postings.wording.place import facility_name, kind_of_facility

register = template.Library()
CARD = "postings/parts/card.html"
SHORT_BRACKETS = re.compile(r"(（[^（）]{1,14}）)")
# Twenty cards are most of a result page: their repeated parts are drawn in one go, not by twenty template nodes each.
TAG = '<li class="tag {}">{}</li>'
FACT = '<div{}><dt>{}</dt><dd class="num">{}</dd></div>'
ROW = '\n  <div><dt>{}</dt><dd class="num">{}{}</dd></div>'
KEY_FACT = '\n  <div{}><dt>{}{}</dt><dd class="num">{}{}</dd></div>'
PAY = mark_safe(' class="pay"')
HALF, FULL = "", mark_safe(' class="full"')
GAP = mark_safe('<span class="todo">未入力</span>')


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


@register.simple_tag(takes_context=True)
def posting_card(
    context: Context,
    posting: Posting,
    disclose: bool = False,
    gaps: bool = False,
    preview: bool = False,
    level: str = "h3",
) -> SafeString:
    """Show one posting of a list. `preview` leaves link and button out: the page they lead to does not exist yet."""
    request = None if preview else context.get("request")
    tags = draw(TAG, ((tag.kind, tag.text) for tag in wording.card_tags(posting)))

    def card() -> str:
        shown = {"request": request, "posting": posting, "tags": tags, "preview": preview, "level": level}
        return render_to_string(CARD, shown | _card(posting, disclose, gaps))

    if request is None:  # a preview of what is being typed, or a letter
        return mark_safe(card())  # noqa: S308 -- drawn by a template, which escapes
    is_saved = posting.pk in shelf_of(request).keys
    return drawn_once(posting, card, tags, disclose, gaps, level, is_saved)


def _card(posting: Posting, disclose: bool, gaps: bool) -> dict[str, Any]:
    return {
        "anchor": f"posting-{posting.pk or 'preview'}",
        "title": unbroken(posting.title),
        "place": bracketed(facility_name(posting, disclose), kind_of_facility(posting)),
        "wage": pay.wage(posting) or (GAP if gaps else ""),
        "facts": _facts(posting, disclose, gaps),
        "days": wording.card_days(posting),
        "gaps": gaps,
    }


def _facts(posting: Posting, disclose: bool, gaps: bool) -> SafeString:
    """Draw the facts below the wage; the first two are short and share a line where there is room."""
    facts = enumerate(wording.card_facts(posting, disclose=disclose))
    rows = (
        (HALF if place < 2 else FULL, fact.label, fact.text or GAP)
        for place, fact in facts
        if fact.text or gaps
    )
    return draw(FACT, rows, between="\n")


@register.inclusion_tag("postings/parts/key_facts.html")
def posting_key_facts(posting: Posting, disclose: bool = False, gaps: bool = False) -> dict[str, Any]:
    """Show the seven facts that one decides by."""
    missing = GAP if gaps else "記載なし"
    facts = enumerate(wording.key_facts(posting, disclose=disclose))
    rows = (
        (PAY if not place else "", icon(fact.icon), fact.label, fact.text or missing, _notes(fact))
        for place, fact in facts
    )
    return {"facts": draw(KEY_FACT, rows)}


@register.inclusion_tag("postings/parts/terms.html")
def posting_terms(
    posting: Posting, disclose: bool = False, gaps: bool = False, internal: bool = False
) -> dict[str, Any]:
    """Show all terms as sections; `internal` adds what only facility, office and ministry read."""
    found = wording.sections(posting, disclose=disclose)
    if internal:
        found.append(wording.internal_section(posting))
    return {"sections": [(section, _rows(section.shown(gaps))) for section in found], "gaps": gaps}


def _rows(lines: list[wording.Line]) -> SafeString:
    rows = ((line.label, linebreaksbr(line.text) if line.text else GAP, _notes(line)) for line in lines)
    return draw(ROW, rows)


def _notes(line: wording.Line) -> SafeString:
    return draw("<small>{}</small>", ((linebreaksbr(note),) for note in line.notes))
