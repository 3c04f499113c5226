"""Who is told when a posting is published, in words for the page that asks (domain.md E.1)."""

from facilities.models import Desk
from keynet.vocabulary.occupations import NURSING
from postings.models import Posting

KINDS = (Desk.Kind.PREFECTURAL_OFFICE, Desk.Kind.COORDINATION_DESK)


def circles_of(posting: Posting) -> list[str]:
    """Return the circles that get a letter, the public first."""
    kinds = KINDS + ((Desk.Kind.NURSE_CENTER,) if posting.occupation in NURSING else ())
    desks = Desk.objects.of(posting.work_prefecture).filter(
        kind__in=kinds, addresses__isnull=False, addresses__stopped_at=None
    )
    recruiters = (
        ["民間職業紹介事業者（この職種・都道府県の連絡を希望した事業者）"]
        if posting.share_with_recruiters
        else []
    )
    return ["このサイトを見るすべての方", *(desk.name for desk in desks.distinct()), *recruiters]
