"""The Atom feed of a search (RFC 4287): the newest postings as anyone may read them, a hidden name stays hidden."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from postings.models import Posting
from postings.search.posting_search import PostingSearch
from postings.syndication.addresses import feed_address
from postings.wording import pay, place

MOST = 50
"""A reader that asks once a day misses nothing; whoever needs all of it takes the CSV."""


class Feed(Atom1Feed):
    """Atom with a moment that is ours: Django would say "now" for an empty feed and change it with every request."""

    def latest_post_date(self) -> datetime:
        """Return when the newest entry was written."""
        moment: datetime = self.feed["updated"]
        return moment


def feed_of(search: PostingSearch) -> tuple[str, datetime]:
    """Return the feed's text and when its newest entry was written (an empty one: this morning)."""
    postings = search.first(MOST)
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    updated = max((_written(posting) for posting in postings), default=midnight)
    own = feed_address(search.criteria)
    feed = Feed(
        title=f"{search.heading}｜{settings.SITE_NAME}",
        link=settings.SITE_URL + search.url,
        description=f"新しく公開した順に{MOST}件まで",
        language=settings.LANGUAGE_CODE,
        author_name=settings.OPERATOR_NAME,
        feed_url=settings.SITE_URL + own,
        feed_guid=tag_uri(own),
        updated=updated,
    )
    for posting in postings:
        feed.add_item(
            title=posting.title,
            link=posting.public_url,
            description=escape(_summary(posting)),
            unique_id=tag_uri(f"posting/{posting.number}"),
            pubdate=posting.published_at,
            updateddate=_written(posting),
            categories=[posting.get_occupation_display(), posting.get_work_prefecture_display()],
        )
    return feed.writeString("utf-8"), updated


def tag_uri(what: str) -> str:
    """Return an id that stays the same when the site moves to other paths (RFC 4151)."""
    return f"tag:{urlsplit(settings.SITE_URL).hostname},2026:{what}"


def _written(posting: Posting) -> datetime:
    """Return the time of the information (情報の時点); a live posting always has one."""
    moment = posting.terms_as_of or posting.published_at
    assert moment is not None
    return moment


def _summary(posting: Posting) -> str:
    parts = (
        place.facility_name(posting, disclose=False),
        place.city(posting),
        posting.get_employment_type_display(),
        pay.wage(posting),
        f"公開終了予定日 {posting.publish_to:%Y-%m-%d}" if posting.publish_to else "",
        f"求人番号 {posting.number}",
    )
    return "、".join(part for part in parts if part)
