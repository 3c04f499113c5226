"""Private recruiters who are told of new postings, some of them for a few occupations or prefectures only."""

from collections.abc import Iterator
from typing import Any

from keynet.scale.copying import copy_rows, count_on, next_id
from keynet.scale.plan import Plan
from keynet.scale.records import record_starts
from keynet.vocabulary.occupations import LISTED
from keynet.vocabulary.prefectures import PREFECTURES
from postings.alerts.models import Recruiter


def make_recruiters(plan: Plan) -> int:
    """Write the recruiters, nine of ten with their own yes; return their number."""
    first = next_id(Recruiter)
    made = copy_rows(Recruiter, _rows(plan, first))
    count_on(Recruiter)
    record_starts(Recruiter, "recruiter.opted_in", "opted_in_at", first)
    return made


def _rows(plan: Plan, first: int) -> Iterator[dict[str, Any]]:
    random = plan.random("recruiters")
    for number in range(first, first + plan.recruiters):
        active = random.random() < 0.9
        yield {
            "id": number,
            "company": f"架空メディカル人材{number}",
            "licence_number": f"{random.randint(1, 47):02}-ユ-{number:06}",
            "address": f"news-{number}@recruiter.example",
            "occupations": random.choice(([], [str(random.choice(LISTED))], ["nurse", "assistant_nurse"])),
            "prefectures": random.choice(([], random.sample(list(PREFECTURES), 3))),
            "status": "active" if active else "invited",
            "created_at": plan.days_ago(90, 600),
            "opted_in_at": plan.days_ago(80, 600) if active else None,
        }
