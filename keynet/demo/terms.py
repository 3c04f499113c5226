"""Lawful terms for the demonstration's postings."""

from datetime import date, timedelta
from random import Random
from typing import Any

from facilities.models import Facility
from keynet.demo.texts import VENUE_JOB, Job
from keynet.vocabulary.employment import EmploymentType, FacilityKind
from keynet.vocabulary.occupations import NURSING, Occupation
from postings.forms.spot_terms import spot_terms

TAGS = (
    "after_break",
    "short_hours",
    "one_day_a_week",
    "side_job",
    "return_support",
    "training",
    "visit",
    "from_afar",
)
SPOT_OCCUPATIONS = frozenset({"doctor", "nurse"})
STATIONS = ("駅から徒歩5分", "駅からバス10分、停留所の前", "駅から徒歩12分。駐車場があります")


def terms_of(random: Random, facility: Facility, occupation: str, job: Job, today: date) -> dict[str, Any]:
    """Return every term of one believable posting."""
    vaccination = job is VENUE_JOB or "接種会場" in job.title
    employment = (
        "fixed_term" if vaccination else random.choice(("full_time", "part_time", "part_time", "fixed_term"))
    )
    return {
        "program": "vaccination" if vaccination else "emergency",
        **_work(random, facility, occupation, job),
        **_conditions(random, facility, occupation, employment, today),
        **_pay(random, job, employment),
        **_intake(random, facility, today),
    }


def spot_terms_of(random: Random, today: date) -> dict[str, Any]:
    """Return what differs for work on one to four single days, paid by the session."""
    first = today + timedelta(days=random.randint(8, 40))
    dates = [first + timedelta(days=7 * week) for week in range(random.randint(1, 4))]
    days = [{"on": day.isoformat(), "starts": "09:00", "ends": "17:00", "headcount": 1} for day in dates]
    return {
        **spot_terms(days),
        "employment_type": EmploymentType.SPOT.value,
        "headcount": 1,
        "spot_dates": days,
        "wage_type": "per_session",
        "wage_min": 30_000 + 1_000 * random.randint(0, 60),
        "wage_max": 100_000,
    }


def _work(random: Random, facility: Facility, occupation: str, job: Job) -> dict[str, Any]:
    return {
        "occupation": occupation,
        "licence": Occupation(occupation).licence,
        "title": job.title,
        "headcount": random.choice((1, 1, 2, 2, 3, 5)),
        "duties": job.duties,
        "duties_scope": "none",
        "departments": list(job.departments),
        "work_place": facility.name,
        "work_prefecture": facility.prefecture,
        "work_city": facility.city,
        "work_address": facility.address,
        "workplace_scope": "none",
        "access": random.choice(STATIONS),
        "car_commute": random.random() < 0.6,
        "smoking": "premises",
        "name_visibility": "hidden" if random.random() < 0.04 else "public",
    }


def _conditions(
    random: Random, facility: Facility, occupation: str, employment: str, today: date
) -> dict[str, Any]:
    starts = today + timedelta(days=random.randint(10, 40))
    fixed = {
        "contract_term": "fixed",
        "contract_from": starts,
        "contract_to": starts + timedelta(days=random.choice((89, 120, 180))),
        "renewal": "conditional",
        "renewal_note": "業務の量と勤務の状況により判断します",
        "renewal_limit": "times",
        "renewal_limit_note": "更新は2回まで",
    }
    nights = occupation in NURSING and random.random() < 0.4
    return {
        "employment_type": employment,
        "employment_basis": FacilityKind(facility.kind).default_basis,
        **({"contract_term": "open_ended"} if employment == "full_time" else fixed),
        **random.choice(({"probation": "none"}, {"probation": "same_terms", "probation_note": "3か月"})),
        "shift_pattern": ("two_shifts" if nights else "day_only") if occupation in NURSING else "",
        "work_hours": [["08:30", "17:00"], ["16:30", "33:00"]] if nights else [["08:30", "17:15"]],
        "break_minutes": 60,
        "work_days": "per_week",
        "work_days_count": 5 if employment == "full_time" else random.choice((1, 2, 3, 4)),
        "overtime": "some",
        "overtime_hours": random.randint(1, 12),
        "holidays": "shifts" if nights else "weekends",
        "holidays_note": "年末年始の休みがあります",
    }


def _pay(random: Random, job: Job, employment: str) -> dict[str, Any]:
    monthly = employment == "full_time"
    low, high = job.monthly if monthly else job.hourly
    return {
        "wage_type": "monthly" if monthly else "hourly",
        "wage_min": low,
        "wage_max": high,
        "wage_note": random.choice(("", "夜勤手当 1回12,000円", "感染症対応の手当 1日3,000円")),
        "fixed_overtime": "none",
        "commute_allowance": "capped",
        "commute_cap_yen": 55_000,
        "insurance": ["health", "pension", "employment", "accident"],
        "childcare": random.choice(("", "on_site", "none")),
        "housing": random.choice(("", "single", "none")),
    }


def _intake(random: Random, facility: Facility, today: date) -> dict[str, Any]:
    return {
        "tags": sorted(random.sample(TAGS, random.randint(0, 3))),
        "training_provider": random.choice(("prefecture", "association", "facility")),
        "training_when": "勤務を始める前",
        "training_paid": random.random() < 0.7,
        "training_pledge": True,
        "selection_methods": random.choice((["interview"], ["documents", "interview"], ["online_interview"])),
        "selection_times": 1,
        "result_days": random.choice((3, 5, 7)),
        "documents": ["licence_copy"],
        "publish_to": today + timedelta(days=random.choice((2, 6, 13, 20, 27, 34))),
        "contact_department": "採用担当",
        "contact_name": "採用 担当",
        "contact_kana": "サイヨウ タントウ",
        "contact_phone": facility.phone,
        "contact_email": f"saiyo-{facility.pk}@facility.example",
    }
