"""What stands beside a posting: the newest others like it, and whom one can ask. The same for many postings, so kept."""

from typing import NamedTuple

from django.core.cache import caches

from facilities.models import Desk
from keynet.vocabulary.japanese import date_ja
from keynet.vocabulary.occupations import NURSING
from postings.models import Posting
from postings.search.posting_search import PostingSearch
from postings.wording import pay

NEAR = 3
SECONDS = 20
"""How old both may be: a posting that stops leaves them within the same minute, and its own page says so at once."""
COLUMNS = ("created_at", "title", "wage_type", "wage_min", "wage_max", "work_city", "publish_to")


class Line(NamedTuple):
    """A posting in one line."""

    url: str
    title: str
    wage: str
    city: str
    until: str


def near(posting: Posting, same: PostingSearch) -> list[Line]:
    """Return the newest others of the same occupation and prefecture: a plain rule that the page names, no judgement."""
    key = f"postings.near.{posting.occupation}.{posting.work_prefecture}"
    newest: list[Line] = caches["pages"].get_or_set(key, lambda: _newest(same), SECONDS) or []
    return [line for line in newest if line.url != posting.get_absolute_url()][:NEAR]


def desks_for(posting: Posting) -> list[Desk]:
    """Return whom one can ask in the prefecture: nurse centers advise nurses only."""
    key = f"postings.desks.{posting.work_prefecture}"
    everybody = Desk.objects.of(posting.work_prefecture)
    desks: list[Desk] = caches["pages"].get_or_set(key, lambda: list(everybody), SECONDS) or []
    return [desk for desk in desks if desk.kind != Desk.Kind.NURSE_CENTER or posting.occupation in NURSING]


def _newest(same: PostingSearch) -> list[Line]:
    found = same.results.select_related(None).only(*COLUMNS)[: NEAR + 1]
    return [_line(posting) for posting in found]


def _line(posting: Posting) -> Line:
    until = date_ja(posting.publish_to).partition("年")[2] if posting.publish_to else ""
    return Line(posting.get_absolute_url(), posting.title, pay.wage(posting), posting.work_city, until)
