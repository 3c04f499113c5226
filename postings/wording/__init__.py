"""The terms of a posting in the words that people read: one text for page, preview, check, print and PDF.

Everything here takes a posting, saved or not (`PostingVersion.as_posting()`), complete or not. What a facility hides
(domain.md Decision 12) appears only with `disclose=True`.
"""

from postings.wording.days import card_days, closes_soon
from postings.wording.facts import card_facts, key_facts
from postings.wording.line import Line, Section
from postings.wording.sections import NEVER_PUBLIC, internal_section, sections
from postings.wording.tags import Tag, card_tags, page_tags

__all__ = [
    "NEVER_PUBLIC",
    "Line",
    "Section",
    "Tag",
    "card_days",
    "card_facts",
    "card_tags",
    "closes_soon",
    "internal_section",
    "key_facts",
    "page_tags",
    "sections",
]
