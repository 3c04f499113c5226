"""What follows for spot work (単発) from its days, so that contract, probation and weekly days are not asked for."""

from datetime import date
from typing import Any

from keynet.vocabulary.employment import ContractTerm, Probation, Renewal, RenewalLimit
from keynet.vocabulary.terms import Holidays, WorkDays
from postings.forms.spot_dates import Days

FOLLOWS: dict[str, Any] = {
    "contract_term": ContractTerm.FIXED.value,
    "contract_from": None,
    "contract_to": None,
    "renewal": Renewal.NONE.value,
    "renewal_note": "",
    "renewal_limit": RenewalLimit.NONE.value,
    "renewal_limit_note": "",
    "probation": Probation.NONE.value,
    "probation_note": "",
    "work_hours": [],
    "work_days": WorkDays.FIXED_DATES.value,
    "work_days_count": None,
    "night_count": None,
    "on_call": "",
    "night_note": "",
    "holidays": Holidays.OTHER.value,
    "holidays_note": "勤務日だけの契約です",
    "holidays_a_year": None,
    "start": "",
    "start_on": None,
    "start_note": "",
}
"""Question → the answer of every spot posting; the page hides these questions (asking.css)."""


def spot_terms(days: Days) -> dict[str, Any]:
    """Return the answers that follow from the days: the contract runs from the first to the last."""
    if not days:
        return FOLLOWS
    first, last = (date.fromisoformat(day["on"]) for day in (days[0], days[-1]))
    return {**FOLLOWS, "contract_from": first, "contract_to": last}
