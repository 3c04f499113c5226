"""How far each posting has come: its state, and the times that this state needs."""

from datetime import date, datetime, time, timedelta
from functools import cache
from random import Random
from typing import Any

from django.utils import timezone

from keynet.scale.plan import Plan
from keynet.vocabulary.business_days import due_on

SHARES = {
    "published": 350,
    "closed": 400,
    "paused": 50,
    "suspended": 10,
    "checked": 30,
    "submitted": 30,
    "returned": 40,
    "rejected": 30,
    "draft": 60,
}
"""Of a thousand postings so many are …"""
ENDS = ("filled", "expired", "withdrawn")
OPEN_DAYS = 75
"""Days for which postings have been public at most; what has ended began before (and is not to be masked yet)."""
_STATES, _WEIGHTS = list(SHARES), list(SHARES.values())


def history(random: Random, plan: Plan) -> dict[str, Any]:
    """Return state and times of one posting."""
    status = random.choices(_STATES, _WEIGHTS)[0]
    minute = random.randint(8 * 60, 20 * 60)
    if status == "draft":
        created = plan.days_ago(random.randint(1, 30), minute)
        return {"status": status, "created_at": created, "updated_at": created, "saved_blocks": ["work"]}
    waits = status in ("submitted", "checked")
    days = random.randint(1, 3) if waits else random.randint(5, OPEN_DAYS)
    if status == "closed":
        days += OPEN_DAYS
    found = _checked(plan, days + 3, minute) if status != "submitted" else _handed_in(plan, days, minute)
    if status in ("returned", "rejected"):
        found |= {"checked_at": None, "due_on": None}
    elif status not in ("submitted", "checked"):
        found |= _public(random, plan, status, days, minute)
    return found | {"status": status}


def _handed_in(plan: Plan, days: int, minute: int) -> dict[str, Any]:
    at = plan.days_ago(days, minute)
    return {
        "created_at": at - timedelta(hours=1),
        "updated_at": at,
        "submitted_at": at,
        "due_on": _due_on(timezone.localdate(at), minute // 60),
        "saved_blocks": ["work", "conditions", "pay", "intake"],
    }


def _checked(plan: Plan, days: int, minute: int) -> dict[str, Any]:
    found = _handed_in(plan, days, minute)
    return found | {"checked_at": found["submitted_at"] + timedelta(hours=20)}


def _public(random: Random, plan: Plan, status: str, days: int, minute: int) -> dict[str, Any]:
    published_at = plan.days_ago(days, minute)
    found: dict[str, Any] = {"published_at": published_at, "version": 1, "terms_as_of": published_at}
    last_day = plan.today + timedelta(days=random.randint(0, 60))
    if status == "closed":
        closed_at = plan.days_ago(random.randint(1, days - 1), 23 * 60)
        last_day = timezone.localdate(closed_at)
        found |= {"closed_at": closed_at, "close_reason": random.choice(ENDS)}
    elif status == "suspended":
        found["suspend_reason"] = "賃金の額が実際と違うという連絡があり、確かめています。"
    elif status == "published":
        found["terms_as_of"] = max(published_at, plan.days_ago(random.randint(1, 13), minute))
        if random.random() < 0.01:
            found["urgent_until"] = plan.midnight + timedelta(days=random.randint(1, 7))
    return found | {"publish_to": last_day}


@cache
def _due_on(day: date, hour: int) -> date:
    """Return the last day of the check; counting business days takes longer than inventing a posting."""
    return due_on(timezone.make_aware(datetime.combine(day, time(hour))))
