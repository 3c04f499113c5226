"""The maps for crawlers (sitemaps.org): one of the fixed pages, and one for every 50,000 numbers of postings.

Django's own framework counts and sorts all postings for every file. Here a posting's number says in which file it
stands, for ever: nothing is counted, no offset is walked, and a file is read in steps along the primary key.
"""

from collections.abc import Iterator

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from facilities.models import Desk
from keynet.vocabulary.occupations import LISTED
from keynet.vocabulary.prefectures import PREFECTURES
from postings.models import Posting
from postings.search.counts import live_cells
from postings.search.criteria import Criteria
from postings.search.landing import address
from postings.search.posting_search import matching

IN_A_FILE = 50_000
"""What sitemaps.org allows. Not all numbers of a file are published, so that a file is always smaller."""
AT_ONCE = 2_000
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
TEXTS = ("guide", "guide_facilities", "faq", "doctor_bank", "about", "accessibility", "privacy", "terms")


def files() -> Iterator[int]:
    """Yield the numbers of the files that hold something, by one step along the key for each."""
    key = 0
    while (found := _live(key, None).first()) is not None:
        yield found.pk // IN_A_FILE
        key = (found.pk // IN_A_FILE + 1) * IN_A_FILE


def is_empty(file: int) -> bool:
    """Return whether no posting with a number of this file is published."""
    return not _live(file * IN_A_FILE, (file + 1) * IN_A_FILE).exists()


def index() -> Iterator[str]:
    """Give the index of all maps."""
    yield f"{HEAD}<sitemapindex {SPACE}>\n"
    paths = [reverse("postings:sitemap_pages"), *(reverse("postings:sitemap", args=[n]) for n in files())]
    for path in paths:
        yield f"<sitemap><loc>{settings.SITE_URL}{path}</loc></sitemap>\n"
    yield "</sitemapindex>\n"


def pages() -> Iterator[str]:
    """Give the map of the fixed pages; a search that finds nothing now is left out."""
    yield f"{HEAD}<urlset {SPACE}>\n"
    for path in (*_fixed(), *_landings()):
        yield f"<url><loc>{settings.SITE_URL}{path}</loc></url>\n"
    yield "</urlset>\n"


def postings(file: int) -> Iterator[str]:
    """Give the map of one file's postings, each with the time of its information."""
    yield f"{HEAD}<urlset {SPACE}>\n"
    key, end = file * IN_A_FILE, (file + 1) * IN_A_FILE
    while rows := list(_live(key, end)[:AT_ONCE]):
        yield "".join(_entry(posting) for posting in rows)
        key = rows[-1].pk + 1
    yield "</urlset>\n"


def _live(start: int, end: int | None) -> QuerySet[Posting]:
    found = matching(Criteria()).filter(pk__gte=start).only("created_at", "terms_as_of").order_by("pk")
    return found if end is None else found.filter(pk__lt=end)


def _entry(posting: Posting) -> str:
    moment = posting.terms_as_of
    changed = (
        f"<lastmod>{timezone.localtime(moment).isoformat(timespec='seconds')}</lastmod>" if moment else ""
    )
    return f"<url><loc>{posting.public_url}</loc>{changed}</url>\n"


def _fixed() -> Iterator[str]:
    for name in (
        "postings:top",
        "postings:search",
        "postings:areas",
        "nursecenter:directory",
        "nursecenter:table",
    ):
        yield reverse(name)
    for code in PREFECTURES:
        yield reverse("postings:area", args=[code])
    centers = Desk.objects.open().filter(kind=Desk.Kind.NURSE_CENTER).order_by("prefecture")
    for code in centers.values_list("prefecture", flat=True):
        yield reverse("nursecenter:center", args=[code])
    for name in TEXTS:
        yield reverse(f"page:{name}")


def _landings() -> Iterator[str]:
    """Yield the fixed addresses of the searches that find something, by the counts that the first page shows."""
    full = {(cell.occupation, cell.prefecture) for cell in live_cells() if cell.number}
    for occupation in LISTED:
        places = [code for code in PREFECTURES if (occupation.value, code) in full]
        for chosen in ((), *((code,) for code in places)) if places else ():
            yield address(Criteria(occ=(occupation.value,), pref=chosen))
