"""A posting as a letter about saved conditions shows it: what the public may read, and nothing more."""

from collections.abc import Iterable
from typing import TypedDict

from keynet.vocabulary.employment import EmploymentType
from keynet.vocabulary.japanese import date_ja
from postings.models import Posting
from postings.wording import pay, place


class Entry(TypedDict):
    """One posting's lines; a hidden facility name stays hidden."""

    title: str
    facility: str
    place: str
    wage: str
    employment: str
    publish_to: str
    number: str
    url: str


def entries(postings: Iterable[int]) -> dict[int, Entry]:
    """Return the lines of those that still take applications, by key."""
    found = Posting.objects.live().filter(pk__in=postings).select_related("facility")
    return {posting.pk: _entry(posting) for posting in found}


def _entry(posting: Posting) -> Entry:
    return {
        "title": posting.title,
        "facility": posting.public_facility_name,
        "place": place.city(posting),
        "wage": pay.wage(posting),
        "employment": EmploymentType(posting.employment_type).short,
        "publish_to": date_ja(posting.publish_to) if posting.publish_to else "",
        "number": posting.number,
        "url": posting.public_url,
    }
