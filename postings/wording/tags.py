"""The small labels above a title: 緊急, 新着, 確認済み, then what the facility stresses. Three at most on a card."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from keynet.vocabulary.japanese import date_ja
from keynet.vocabulary.recruiting import Tag as Stressed
from postings.models import Posting

NEW_FOR = timedelta(days=3)
ON_A_CARD = 3


@dataclass(frozen=True, slots=True)
class Tag:
    """One label; `kind` adds its class and `icon` its sign, the words say everything."""

    text: str
    kind: str = ""
    icon: str = ""


def card_tags(posting: Posting) -> list[Tag]:
    """Return at most three labels for a card."""
    stressed = [Tag(str(Stressed(value).label)) for value in posting.tags or [] if value in Stressed]
    return [*_states(posting), *stressed][:ON_A_CARD]


def page_tags(posting: Posting) -> list[Tag]:
    """Return the labels of the posting page."""
    checked = []
    if posting.checked_at:
        day = date_ja(timezone.localdate(posting.checked_at)).partition("（")[0]
        checked = [Tag(f"事務局が内容を確認済み（{day}）", "tag--ok", "ok")]
    headcount = [Tag(f"募集 {posting.headcount}名")] if posting.headcount else []
    return [*_states(posting), *checked, *headcount]


def _states(posting: Posting) -> list[Tag]:
    tags = []
    if posting.is_live and posting.is_urgent:
        tags.append(Tag("緊急の募集", "tag--urgent"))
    if posting.is_live and posting.published_at and timezone.now() - posting.published_at < NEW_FOR:
        tags.append(Tag("新着", "tag--new"))
    return tags
