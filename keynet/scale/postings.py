"""The postings: lawful terms, a believable history, and the words by which they are found."""

from collections.abc import Iterator
from itertools import accumulate
from random import Random
from typing import Any

from facilities.models import Facility
from keynet.demo.terms import SPOT_OCCUPATIONS, spot_terms_of, terms_of
from keynet.demo.texts import OCCUPATION_WEIGHTS
from keynet.scale.histories import history
from keynet.scale.jobs import job
from keynet.scale.places import offers
from keynet.scale.plan import Plan
from keynet.vocabulary.employment import Program
from keynet.vocabulary.occupations import VACCINATION
from postings.models import Posting
from postings.models.search_key import searchable_text

_OCCUPATIONS = list(map(str, OCCUPATION_WEIGHTS))
_BY_OCCUPATION = list(accumulate(OCCUPATION_WEIGHTS.values()))
_PREFECTURES, _BY_PREFECTURE = list(offers()), list(accumulate(offers().values()))


class Employers:
    """The facilities that can be called, by prefecture; hospitals come first and offer the most."""

    def __init__(self) -> None:
        self.by_prefecture: dict[str, list[Facility]] = {code: [] for code in _PREFECTURES}
        known = Facility.objects.confirmed().only("kind", "name", "prefecture", "city", "address", "phone")
        for facility in known.exclude(phone="").order_by("-kind", "pk").iterator():
            self.by_prefecture[facility.prefecture].append(facility)

    def any(self, random: Random) -> Facility:
        """Return the facility of the next posting."""
        prefecture = random.choices(_PREFECTURES, cum_weights=_BY_PREFECTURE)[0]
        here = self.by_prefecture[prefecture]
        return here[int(len(here) * random.random() ** 2)]


def make_rows(plan: Plan, ids: range, employers: Employers) -> Iterator[dict[str, Any]]:
    """Give the postings with these ids as rows of their table."""
    random = plan.random(f"postings {ids.start}")
    # One object that is filled again and again: making a million of them would take longer than all the rest.
    scratch = Posting()
    for number in ids:
        facility = employers.any(random)
        occupation = random.choices(_OCCUPATIONS, cum_weights=_BY_OCCUPATION)[0]
        row = terms_of(random, facility, occupation, job(random, occupation), plan.today)
        if occupation not in VACCINATION:
            row["program"] = Program.EMERGENCY
        if occupation in SPOT_OCCUPATIONS and random.random() < 0.08:
            row |= spot_terms_of(random, plan.today)
        row |= history(random, plan) | {"id": number, "facility_id": facility.pk}
        if row.get("close_reason") == "filled":
            row["hired_count"] = row["headcount"]
        if row.get("published_at"):
            scratch.facility = facility
            scratch.__dict__.update(row)
            row["search_key"] = searchable_text(scratch)
        yield row
