"""Who applied: to most postings nobody or one person, to some a dozen."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from keynet.scale.plan import Plan
from keynet.scale.vocabulary import FAMILY_NAMES, GIVEN_NAMES
from keynet.vocabulary.occupations import Occupation

OPEN_STATES = ("submitted", "submitted", "reviewing", "interview", "not_selected", "withdrawn")
ENDED_STATES = ("not_selected", "not_selected", "withdrawn", "submitted")
LEAST_DAYS = 2
"""A posting that ended as filled hired its people at least one day after they applied."""


MOST = 12
"""Applications to one posting beside those that led to a hire."""
NUMBERS = 20
"""Of every posting so many numbers are kept for its applications, hired ones included."""


class Applicants:
    """Invents the applications to postings one after the other."""

    def __init__(self, plan: Plan, random: Random) -> None:
        self.plan, self.random = plan, random

    def to(self, posting: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """Give the applications to one posting; as many are hired as its count of hires says."""
        random, began = self.random, posting["published_at"]
        ended = posting.get("closed_at") or self.plan.midnight
        hired = posting.get("hired_count", 0)
        others = int(random.expovariate(1.6))
        first = self.plan.first_application + NUMBERS * (posting["id"] - self.plan.first_posting)
        for place in range(hired + min(others, MOST)):
            seconds = (ended - began - timedelta(days=LEAST_DAYS)).total_seconds()
            submitted_at = began + timedelta(seconds=int(random.random() * max(seconds, 60)))
            status = "hired" if place < hired else random.choice(self._states(posting))
            yield {"id": first + place, **self._application(posting, status, submitted_at)}

    def _states(self, posting: dict[str, Any]) -> tuple[str, ...]:
        return ENDED_STATES if posting["status"] == "closed" else OPEN_STATES

    def _application(self, posting: dict[str, Any], status: str, submitted_at: datetime) -> dict[str, Any]:
        random = self.random
        family, family_kana = random.choice(FAMILY_NAMES)
        given, given_kana = random.choice(GIVEN_NAMES)
        occupation = posting["occupation"]
        return {
            "public_id": UUID(int=random.getrandbits(128), version=4),
            "submission_id": UUID(int=random.getrandbits(128), version=4),
            "posting_id": posting["id"],
            "version_id": posting["id"] - self.plan.first_posting + self.plan.first_version,
            "status": status,
            "family_name": family,
            "given_name": given,
            "family_kana": family_kana,
            "given_kana": given_kana,
            "email": f"seeker{random.getrandbits(40)}@seeker.example",
            "phone": f"0900{random.randint(0, 9_999_999):07}",
            "prefecture": posting["work_prefecture"],
            "city": posting["work_city"],
            "licences": [] if occupation == Occupation.CLERK else [occupation],
            "years_of_experience": random.randint(0, 35),
            "message": "これまでの経験を生かして働きたいと考えています。よろしくお願いいたします。",
            "consented_at": submitted_at,
            "created_at": submitted_at,
            "submitted_at": submitted_at,
            "moved_at": submitted_at if status == "submitted" else submitted_at + timedelta(days=1),
        }
