"""Who hears of a published posting (domain.md E.1): the rule for desks, and its words for the page that asks."""

from facilities.desks import LETTER_DESKS
from facilities.models import Desk
from keynet.vocabulary.occupations import NURSING
from postings.models import Posting


def concerns_nurse_centers(posting: Posting) -> bool:
    """Return whether the nurse center is told: for the four nurse occupations (circular of 2021-05-07, 2)."""
    return posting.occupation in NURSING


def circles_of(posting: Posting) -> list[str]:
    """Return whom the letters of this posting reach, desk by desk."""
    kinds = (*LETTER_DESKS, *((Desk.Kind.NURSE_CENTER,) if concerns_nurse_centers(posting) else ()))
    desks = Desk.objects.of(posting.work_prefecture).filter(
        kind__in=kinds, addresses__isnull=False, addresses__stopped_at=None
    )
    recruiters = (
        ["民間職業紹介事業者（この職種・都道府県の連絡を希望した事業者）"]
        if posting.share_with_recruiters
        else []
    )
    return [*(desk.name for desk in desks.distinct()), *recruiters]
