"""The fixed addresses of frequent searches: `/postings/nurse/`, `/postings/nurse/14/`."""

from django.urls import reverse

from keynet.vocabulary.occupations import Occupation
from postings.search.criteria import Criteria

SEARCH = "postings:search"


def address(criteria: Criteria) -> str:
    """Return the canonical address of a search: the fixed one where there is one, else the query string."""
    alone = Criteria(occ=criteria.occ, pref=criteria.pref, page=criteria.page)
    if criteria == alone and len(criteria.occ) == 1 and len(criteria.pref) <= 1:
        slug = Occupation(criteria.occ[0]).slug
        path = (
            reverse("postings:landing_area", args=[slug, criteria.pref[0]])
            if criteria.pref
            else reverse("postings:landing", args=[slug])
        )
        return f"{path}?page={criteria.page}" if criteria.page > 1 else path
    query = criteria.query()
    return reverse(SEARCH) + (f"?{query}" if query else "")
