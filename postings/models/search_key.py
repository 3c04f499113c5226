"""The words by which a posting is found."""

from functools import lru_cache
from typing import TYPE_CHECKING

from keynet.vocabulary.departments import Department
from keynet.vocabulary.employment import EmploymentType
from keynet.vocabulary.japanese import search_key
from keynet.vocabulary.occupations import Occupation
from keynet.vocabulary.prefectures import CHOICES
from keynet.vocabulary.recruiting import Tag
from keynet.vocabulary.terms import Childcare, Housing, ShiftPattern

if TYPE_CHECKING:
    from postings.models.posting import Posting


# Said once: asking the fields takes half of the time when a million texts are made.
_OCCUPATIONS = {one.value: str(one.label) for one in Occupation}
_EMPLOYMENTS = {one.value: str(one.label) for one in EmploymentType}
_PREFECTURES = dict(CHOICES)
_DEPARTMENTS = {one.value: str(one.label) for one in Department}
_SHIFTS = {one.value: str(one.label) for one in ShiftPattern if one != ShiftPattern.OTHER}
_SUPPORT = {one.value: str(one.label) for one in (Childcare.ON_SITE, Childcare.AVAILABLE)}
_SUPPORT |= {one.value: f"宿舎 {one.label}" for one in (Housing.SINGLE, Housing.FAMILY)}
_TAGS = {one.value: str(one.label) for one in Tag}


def searchable_text(posting: "Posting") -> str:
    """Return the folded text that a keyword is looked up in; a hidden facility name and address stay out of it."""
    words = [
        posting.number,
        posting.title,
        _OCCUPATIONS.get(posting.occupation, ""),
        posting.other_occupation,
        posting.duties,
        _EMPLOYMENTS.get(posting.employment_type, ""),
        _PREFECTURES.get(posting.work_prefecture, ""),
        posting.work_city,
        posting.department_note,
        *(_DEPARTMENTS[value] for value in posting.departments),
        # What the page says by a choice is looked for by its words, too.
        _SHIFTS.get(posting.shift_pattern, ""),
        *(_SUPPORT.get(value, "") for value in (posting.childcare, posting.housing)),
        *(_TAGS[value] for value in posting.tags),
    ]
    if posting.shows_name:
        words += [posting.facility.name, posting.work_place, posting.work_address, posting.access]
    return " ".join(filter(None, (folded(line) for word in words for line in word.splitlines())))


@lru_cache(maxsize=10_000)  # names of occupations, places and facilities come again and again
def folded(line: str) -> str:
    """Return a line as it is searched: 「さくら　病院」 is found by さくら病院, and なーす by ﾅｰｽ."""
    return search_key(line).replace(" ", "")
