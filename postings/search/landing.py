"""The fixed addresses of frequent searches: `/postings/nurse/`, `/postings/nurse/14/`."""

from django.urls import reverse

from keynet.vocabulary.occupations import Occupation
from postings.search.chosen import Criteria

SEARCH = "postings:search"


def is_fixed(criteria: Criteria) -> bool:
    """Return whether a search has a fixed address: one occupation, in one prefecture or everywhere."""
    alone = Criteria(occ=criteria.occ, pref=criteria.pref, page=criteria.page)
    return criteria == alone and len(criteria.occ) == 1 and len(criteria.pref) <= 1


def address(criteria: Criteria) -> str:
    """Return the canonical address of a search: the fixed one where there is one, else the query string."""
    if is_fixed(criteria):
        slug = Occupation(criteria.occ[0]).slug
        path = (
            reverse("postings:landing_area", args=[slug, criteria.pref[0]])
            if criteria.pref
            else reverse("postings:landing", args=[slug])
        )
        return f"{path}?page={criteria.page}" if criteria.page > 1 else path
    query = criteria.query()
    return reverse(SEARCH) + (f"?{query}" if query else "")
