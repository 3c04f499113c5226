"""How tests make rows: complete, lawful, and through the product's own verbs."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from applications.models import Application
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.lifecycle import Actor, LinkHolder
from postings.models import Posting


def make_user(email: str, name: str = "試験 太郎") -> User:
    """Return a person with the password `とても長い合言葉です`."""
    return User.objects.create_user(email, "とても長い合言葉です", name=name)


def make_facility(**fields: Any) -> Facility:
    """Return a confirmed hospital in 横浜市."""
    facts: dict[str, Any] = {
        "kind": "hospital",
        "name": "さくら病院",
        "prefecture": "14",
        "city": "横浜市中区",
        "postal_code": "2310017",
        "address": "港町1-1",
        "phone": "0456710000",
        "confirmed_at": timezone.now(),
    }
    return Facility.objects.create(**{**facts, **fields})


def terms(**changes: Any) -> dict[str, Any]:
    """Return the terms of a lawful posting for a nurse."""
    today = timezone.localdate()
    facts: dict[str, Any] = {
        "occupation": "nurse",
        "licence": "看護師免許",
        "title": "感染症病棟の看護師",
        "headcount": 2,
        "duties": "感染症病棟で入院患者の看護を担当します。",
        "duties_scope": "none",
        "workplace_scope": "none",
        "smoking": "premises",
        "work_postal_code": "2310017",
        "work_prefecture": "14",
        "work_city": "横浜市中区",
        "work_address": "港町1-1",
        "employment_type": "part_time",
        "employment_basis": "contract",
        "contract_term": "fixed",
        "contract_from": today + timedelta(days=14),
        "contract_to": today + timedelta(days=104),
        "renewal": "none",
        "renewal_limit": "none",
        "probation": "none",
        "shift_pattern": "day_only",
        "work_hours": [["08:30", "17:00"]],
        "break_minutes": 45,
        "work_days": "per_week",
        "work_days_count": 3,
        "overtime": "none",
        "holidays": "shifts",
        "wage_type": "hourly",
        "wage_min": 2300,
        "wage_max": 2800,
        "fixed_overtime": "none",
        "insurance": ["health", "employment"],
        "training_provider": "facility",
        "training_when": "採用時に半日",
        "training_paid": True,
        "training_pledge": True,
        "selection_methods": ["interview"],
        "selection_times": 1,
        "result_days": 7,
        "publish_to": today + timedelta(days=30),
        "contact_department": "看護部",
        "contact_name": "佐藤 花子",
        "contact_phone": "0456710000",
        "contact_email": "saiyo@sakura.example",
    }
    return {**facts, **changes}


def make_draft(facility: Facility, **changes: Any) -> Posting:
    """Return a complete draft."""
    return Posting.objects.create(facility=facility, **terms(**changes))


def make_published(facility: Facility, by: User, officer: User, **changes: Any) -> Posting:
    """Return a posting that went the whole way: handed in, checked by the office, published by its facility."""
    posting = make_draft(facility, **changes)
    posting.submit(by=by)
    posting.confirm(by=officer)
    posting.publish(by=by)
    return posting


def applicant_of(application: Application) -> Actor:
    """Return the applicant as the holder of the application's link."""
    return LinkHolder(f"application:{application.pk}")


def make_application(posting: Posting, **changes: Any) -> Application:
    """Return a received application of Nakamura, a nurse."""
    facts: dict[str, Any] = {
        "submission_id": uuid4(),
        "posting": posting,
        "version": posting.versions.get(number=posting.version),
        "family_name": "中村",
        "given_name": "優子",
        "family_kana": "ナカムラ",
        "given_kana": "ユウコ",
        "email": "nakamura@seeker.example",
        "phone": "09012345678",
        "prefecture": "14",
        "licences": ["nurse"],
        "consented_at": timezone.now(),
    }
    application = Application.objects.create(**{**facts, **changes})
    application.submit(by=applicant_of(application))
    return application


def days_from_now(days: int) -> date:
    """Return the day so many days from today."""
    return timezone.localdate() + timedelta(days=days)
