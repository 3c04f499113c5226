"""Saved conditions of seekers: mostly an occupation in a prefecture, sometimes a word or a footing besides."""

from collections.abc import Iterator
from itertools import accumulate
from random import Random
from typing import Any

from keynet.demo.texts import OCCUPATION_WEIGHTS
from keynet.scale.copying import copy_rows, count_on, next_id
from keynet.scale.places import offers
from keynet.scale.plan import Plan
from keynet.scale.records import record_starts
from keynet.scale.vocabulary import PLACES, zipf
from keynet.vocabulary.employment import EmploymentType
from postings.alerts.models import SavedCondition, Subscriber
from postings.search.criteria import Criteria

OF_FOUR_SUBSCRIBERS = 5
"""So many conditions four people have saved: every fourth has two."""
_OCCUPATIONS, _BY_OCCUPATION = (
    list(map(str, OCCUPATION_WEIGHTS)),
    list(accumulate(OCCUPATION_WEIGHTS.values())),
)
_PREFECTURES, _BY_PREFECTURE = list(offers()), list(accumulate(offers().values()))
_WORDS, _BY_WORD = list(PLACES), zipf(len(PLACES))


def make_conditions(plan: Plan) -> int:
    """Write subscribers and their conditions, all of them started; return the number of conditions."""
    first, owner = next_id(SavedCondition), next_id(Subscriber)
    owners = sorted({_owner(place) for place in range(plan.conditions)})
    copy_rows(Subscriber, (_subscriber(plan, owner + place) for place in owners))
    made = copy_rows(SavedCondition, _rows(plan, first, owner))
    count_on(Subscriber)
    count_on(SavedCondition)
    record_starts(SavedCondition, "saved_condition.started", "started_at", first)
    return made


def _owner(place: int) -> int:
    return place * 4 // OF_FOUR_SUBSCRIBERS


def _subscriber(plan: Plan, number: int) -> dict[str, Any]:
    return {"id": number, "address": f"{number}@seeker.example", "created_at": plan.days_ago(30, 600)}


def _rows(plan: Plan, first: int, owner: int) -> Iterator[dict[str, Any]]:
    random, before = plan.random("conditions"), ""
    for place in range(plan.conditions):
        query = _query(random)
        while query == before:  # nobody saves the same twice
            query = _query(random)
        before = query
        yield {
            "id": first + place,
            "subscriber_id": owner + _owner(place),
            "query": query,
            "frequency": random.choice(("daily", "daily", "weekly")),
            "status": "active",
            "created_at": plan.days_ago(30, 600),
            "started_at": plan.days_ago(30, 610),
            "told_until": plan.days_ago(1, 420),
        }


def _query(random: Random) -> str:
    occupations = random.choices(_OCCUPATIONS, cum_weights=_BY_OCCUPATION, k=random.choice((1, 1, 1, 2)))
    places = random.choices(_PREFECTURES, cum_weights=_BY_PREFECTURE, k=random.choice((0, 1, 1, 1, 1, 2, 3)))
    wish = random.random()
    return Criteria(
        occ=tuple(sorted(set(occupations), key=_OCCUPATIONS.index)),
        pref=tuple(sorted(set(places))),
        emp=(random.choice((EmploymentType.PART_TIME, EmploymentType.FULL_TIME)).value,)
        if wish < 0.3
        else (),
        q=random.choices(_WORDS, cum_weights=_BY_WORD)[0] if wish > 0.85 else "",
    ).query()
