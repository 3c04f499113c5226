"""How a search is counted: by adding up tallies where they know, else by taking what fits, up to a limit."""

from functools import cached_property

from postings.search.choices import LISTS
from postings.search.chosen import Criteria
from postings.search.facets import NAMES, Facets
from postings.search.matches import MOST, Matches, branches, matches
from postings.search.predicates import Keyword
from postings.search.tallies import further, standing, traits_of

_EXCLUSIVE = (*(name for name in LISTS if name not in {"region", "tag", "online"}), "city", "since")
"""Parameters of which any one value is enough: their own numbers are counted without their own condition. Wishes (tag,
online, urgent) add up: the number beside one is what is left with it."""


class Count:
    """The numbers of one search; what a page does not show is not counted."""

    def __init__(self, criteria: Criteria, keyword: Keyword) -> None:
        self.criteria = criteria
        self.keyword = keyword

    @property
    def total(self) -> int:
        """Return how many fit, or the limit when there are more."""
        return self._tallied.total if self._tallied else min(self._found.total, MOST)

    @property
    def is_capped(self) -> bool:
        """Return whether more fit than are counted."""
        return self._tallied is None and self._found.is_capped

    @property
    def page(self) -> list[int] | None:
        """Return the keys of the asked page, where counting has found them on its way."""
        if self._tallied and (not self._further or self.total > MOST):
            return None
        return None if self._found.is_capped else self._found.page

    @cached_property
    def facets(self) -> Facets:
        """Return the numbers beside the choices."""
        if self._tallied and not self._further:
            return self._tallied
        if self._tallied:
            return self._with_one_condition(self._tallied)
        return self._of_what_fits()

    def _with_one_condition(self, tallied: Facets) -> Facets:
        """Add to the tallies under one further condition its own numbers, and what the rows say if they are few."""
        (name,) = self._further
        found = Facets(total=tallied.total)
        if tallied.total <= MOST:
            found.learn(self._found.facets, *NAMES)
        found.learn(tallied, "occ", "emp", *(() if name == "city" else ("pref",)))
        if name in _EXCLUSIVE:
            own = standing(self.criteria.without(name))
            found.learn(own, name, *(("pref",) if name == "city" else ()))
        return found

    def _of_what_fits(self) -> Facets:
        found = Facets(total=self.total)
        if self._found.is_capped:
            return found
        chosen = [name for name in _EXCLUSIVE if getattr(self.criteria, name)]
        if self.criteria.region and "pref" not in chosen:
            chosen.append("pref")
        found.learn(self._found.facets, *(NAMES - set(chosen)))
        alone = branches(self.criteria, self.keyword, chosen)
        found.learn(alone, *alone.known)
        return found

    @cached_property
    def _further(self) -> list[str]:
        return further(self.criteria)

    @cached_property
    def _tallied(self) -> Facets | None:
        traits = traits_of(self.criteria)
        return standing(self.criteria, traits) if traits else None

    @cached_property
    def _found(self) -> Matches:
        return matches(self.criteria, self.keyword)
