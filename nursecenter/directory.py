"""The 47 nurse centers as visitors find them: by region, each with the nursing work of its prefecture."""

from dataclasses import dataclass

from facilities.models import Desk
from keynet.vocabulary.occupations import NURSING, Occupation
from keynet.vocabulary.prefectures import PREFECTURES, REGIONS, Prefecture
from postings.search.criteria import Criteria
from postings.search.landing import address
from postings.search.tallies import standing

NURSING_IN_ORDER = tuple(choice.value for choice in Occupation if choice in NURSING)


@dataclass(frozen=True)
class Center:
    """One center, and how many live nurse postings its prefecture has."""

    desk: Desk
    prefecture: Prefecture
    postings: int

    @property
    def postings_url(self) -> str:
        """Return the address of these postings."""
        return address(nursing_in(self.prefecture.code))


def nursing_in(prefecture: str) -> Criteria:
    """Return the search for all nursing work in a prefecture."""
    return Criteria(occ=NURSING_IN_ORDER, pref=(prefecture,))


def centers_by_region() -> list[tuple[str, list[Center]]]:
    """Return the open centers by region, in the order of the prefectures; a region without any is left out."""
    found = {center.prefecture.code: center for center in _centers()}
    regions = [
        (name, [found[one.code] for one in members if one.code in found]) for name, members in REGIONS.items()
    ]
    return [(name, centers) for name, centers in regions if centers]


def _centers() -> list[Center]:
    counts = standing(Criteria(occ=NURSING_IN_ORDER)).pref
    desks = Desk.objects.open().filter(kind=Desk.Kind.NURSE_CENTER)
    return [Center(desk, PREFECTURES[desk.prefecture], counts[desk.prefecture]) for desk in desks]
