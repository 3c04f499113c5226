"""What each column of the open data and of 全項目 means, said in Python: the database has to say the same."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.utils import timezone

from keynet.vocabulary.contact import format_phone
from keynet.vocabulary.postal import look_up
from postings.models import Posting, Review
from postings.wording import hours, period


def day(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment else None


def city_code(postal_code: str, prefecture: str) -> str:
    places = look_up(postal_code) if postal_code.isascii() and postal_code.isdigit() else []
    return next((place.lg_code for place in places if place.prefecture == prefecture), "")


def term(posting: Posting, name: str) -> Any:
    field = Posting._meta.get_field(name)
    value = getattr(posting, name)
    if name == "work_hours":
        return "、".join(hours.shifts(posting))
    if name == "spot_dates":
        return "、".join(hours.spot_dates(posting))
    if name == "contact_phone":
        return format_phone(value)
    if isinstance(field, ArrayField):
        choices = dict(field.base_field.flatchoices)
        return "、".join(str(choices[key]) for key in choices if key in value)
    return getattr(posting, f"get_{name}_display")() if field.choices else value


def checker(posting: Posting) -> str | None:
    confirmed = posting.reviews.filter(outcome=Review.Outcome.CONFIRMED).order_by("-decided_at").first()
    return confirmed.decided_by.name if confirmed else None


OPEN_DATA: list[Callable[[Posting], Any]] = [
    lambda posting: posting.number,
    lambda posting: posting.get_program_display(),
    lambda posting: posting.get_occupation_display(),
    lambda posting: posting.work_prefecture,
    lambda posting: posting.get_work_prefecture_display(),
    lambda posting: city_code(posting.work_postal_code, posting.work_prefecture),
    lambda posting: posting.work_city,
    lambda posting: posting.facility.name if posting.shows_name else "",
    lambda posting: posting.facility.get_kind_display(),
    lambda posting: posting.get_employment_type_display(),
    lambda posting: period.span(posting, short=False) or posting.get_contract_term_display(),
    hours.pattern,
    lambda posting: "、".join(hours.shifts(posting)) or posting.hours_note,
    lambda posting: posting.get_wage_type_display(),
    lambda posting: posting.wage_min,
    lambda posting: posting.wage_max,
    lambda posting: posting.headcount,
    lambda posting: day(posting.published_at),
    lambda posting: day(posting.terms_as_of),
    lambda posting: posting.publish_to,
    lambda posting: posting.get_status_display(),
    lambda posting: posting.public_url,
]
AFTER_THE_TERMS: list[Callable[[Posting], Any]] = [
    lambda posting: posting.submitted_at,
    lambda posting: posting.checked_at,
    checker,
    lambda posting: posting.published_at,
    lambda posting: day(posting.closed_at),
    lambda posting: posting.get_close_reason_display(),
    lambda posting: posting.version,
]
