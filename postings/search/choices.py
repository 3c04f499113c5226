"""What may be chosen, parameter by parameter of an address, and its name for people."""

from postings.search.filters import REGIONS, PublicFilter

PER_PAGE = (10, 20, 30, 50)
SORTS = {"new": "新着順", "closing": "締切が近い順", "wage": "給与が高い順"}
SINCE = {"day": "当日・前日に公開", "week": "1週間以内に公開"}
SINCE_DAYS = {"day": 2, "week": 7}
MOST_SPOT_DAYS = 92
"""How many days a search for 勤務日 spans at most; postings are public for three months."""

_CHOICES = {
    name: (str(one.label), dict(one.extra["choices"])) for name, one in PublicFilter.base_filters.items()
}
LISTS: dict[str, tuple[str, dict[str, str]]] = {
    "occ": _CHOICES["occ"],
    "region": ("地方", REGIONS),
    **{name: choices for name, choices in _CHOICES.items() if name != "occ"},
}
"""Parameter with several values → its name for people, and what may be chosen."""
