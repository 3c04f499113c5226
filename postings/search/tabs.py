"""The two kinds of doctors' work as links above the result."""

from dataclasses import dataclass, replace

from keynet.vocabulary.employment import EmploymentType
from keynet.vocabulary.occupations import Occupation
from postings.search.landing import address
from postings.search.posting_search import PostingSearch

DOCTORS: dict[str, tuple[str, ...]] = {
    "すべて": (),
    "常勤・非常勤": tuple(kind.value for kind in EmploymentType if kind != EmploymentType.SPOT),
    "スポット": (EmploymentType.SPOT.value,),
}


@dataclass(frozen=True, slots=True)
class Tab:
    """One of the two kinds of doctors' work, or both; the same search otherwise."""

    label: str
    url: str
    count: int | None
    is_current: bool


def doctors_tabs(search: PostingSearch) -> list[Tab]:
    """Return 常勤・非常勤 and スポット, by which doctors' portals divide their work."""
    if search.criteria.occ != (Occupation.DOCTOR,):
        return []
    known, counts = search.facets.knows("emp"), search.facets.emp
    return [
        Tab(
            label,
            address(replace(search.criteria, emp=kinds, page=1)),
            sum(counts[kind] for kind in kinds or counts) if known else None,
            search.criteria.emp == kinds,
        )
        for label, kinds in DOCTORS.items()
    ]
