"""The numbers beside the choices of a search."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from postings.search.choices import LISTS

NAMES = frozenset(LISTS) - {"region"} | {"city", "urgent", "since"}
"""Parameters whose choices carry numbers; a region is the sum of its prefectures."""


@dataclass(slots=True)
class Facets:
    """How many each choice would show: every parameter is counted under the conditions of all others.

    `of["tag"]["visit"]` is a number only when the search `knows("tag")`; otherwise too many fit to be counted at once.
    """

    total: int = 0
    of: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    known: set[str] = field(default_factory=set)

    def knows(self, name: str) -> bool:
        """Return whether the numbers of this parameter are known."""
        return name in self.known

    def learn(self, other: "Facets", *names: str) -> None:
        """Take over what another count says of these parameters."""
        for name in names:
            self.of[name] = other.of[name]
        self.known.update(names)

    @property
    def occ(self) -> Counter[str]:
        """Return the numbers of the occupations."""
        return self.of["occ"]

    @property
    def pref(self) -> Counter[str]:
        """Return the numbers of the prefectures."""
        return self.of["pref"]

    @property
    def emp(self) -> Counter[str]:
        """Return the numbers of the employment types."""
        return self.of["emp"]

    @property
    def urgent(self) -> int:
        """Return how many urgent ones there are."""
        return self.of["urgent"]["1"]
