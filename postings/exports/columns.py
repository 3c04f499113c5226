"""The columns of the files of postings: F.1 for everybody, F.2 for the ministry (domain.md F)."""

from datetime import date, datetime
from functools import cache

from django.db.models import OuterRef, QuerySet, Subquery, TextChoices
from django.utils import timezone

from keynet.vocabulary.choices import labels
from keynet.vocabulary.contact import format_phone
from keynet.vocabulary.departments import Department
from keynet.vocabulary.postal import look_up
from keynet.vocabulary.recruiting import Document, SelectionMethod, Tag
from keynet.vocabulary.terms import Insurance
from postings.exports.writer import Column
from postings.models import Posting, Review
from postings.models.posting import TERM_FIELDS
from postings.wording import hours, period

LISTS: dict[str, type[TextChoices]] = {
    "departments": Department,
    "insurance": Insurance,
    "tags": Tag,
    "selection_methods": SelectionMethod,
    "documents": Document,
}


def day(moment: datetime | None) -> date | None:
    """Return the day in Japan."""
    return timezone.localdate(moment) if moment else None


def public_name(posting: Posting) -> str:
    """Return the facility's name, empty when it is hidden."""
    return posting.facility.name if posting.shows_name else ""


@cache
def city_code(postal_code: str, prefecture: str) -> str:
    """Return the 全国地方公共団体コード of a postal code's city; codes that cross a border follow the prefecture."""
    places = look_up(postal_code) if postal_code else []
    return next((place.lg_code for place in places if place.prefecture == prefecture), "")


def contract(posting: Posting) -> str:
    """Return 期間の定めなし, or first and last day."""
    return period.span(posting, short=False) or posting.get_contract_term_display()


def term(name: str) -> Column:
    """Return the column of one term: choices in words, lists joined, everything else as stored."""
    field = Posting._meta.get_field(name)
    heading = str(getattr(field, "verbose_name", name))
    if name in LISTS:
        return Column(heading, lambda posting: labels(getattr(posting, name), LISTS[name]))
    if name == "work_hours":
        return Column(heading, lambda posting: "、".join(hours.shifts(posting)))
    if name == "spot_dates":
        return Column(heading, lambda posting: "、".join(hours.spot_dates(posting)))
    if name == "contact_phone":
        return Column(heading, lambda posting: format_phone(posting.contact_phone))
    if getattr(field, "choices", None):
        return Column(heading, lambda posting: getattr(posting, f"get_{name}_display")())
    return Column(heading, lambda posting: getattr(posting, name))


OPEN_DATA = [
    Column("番号", lambda posting: posting.number),
    Column("区分", lambda posting: posting.get_program_display()),
    Column("職種", lambda posting: posting.get_occupation_display()),
    Column("都道府県コード", lambda posting: posting.work_prefecture),
    Column("都道府県", lambda posting: posting.get_work_prefecture_display()),
    Column("市区町村コード", lambda posting: city_code(posting.work_postal_code, posting.work_prefecture)),
    Column("市区町村", lambda posting: posting.work_city),
    Column("施設名", public_name),
    Column("施設種別", lambda posting: posting.facility.get_kind_display()),
    Column("雇用形態", lambda posting: posting.get_employment_type_display()),
    Column("契約期間", contract),
    Column("勤務形態", hours.pattern),
    Column("就業時間", lambda posting: "、".join(hours.shifts(posting)) or posting.hours_note),
    Column("賃金形態", lambda posting: posting.get_wage_type_display()),
    Column("賃金下限", lambda posting: posting.wage_min),
    Column("賃金上限", lambda posting: posting.wage_max),
    Column("募集人数", lambda posting: posting.headcount),
    Column("公開日", lambda posting: day(posting.published_at)),
    Column("最終更新日", lambda posting: day(posting.terms_as_of)),
    Column("公開終了予定日", lambda posting: posting.publish_to),
    Column("状態", lambda posting: posting.get_status_display()),
    Column("URL", lambda posting: posting.public_url),
]
"""F.1: only what the posting page shows."""

EVERYTHING = [
    *(
        column._replace(of=lambda posting: posting.facility.name) if column.of is public_name else column
        for column in OPEN_DATA
    ),
    Column("医療機関コード", lambda posting: posting.facility.institution_code),
    Column("LGコード", lambda posting: posting.facility.lg_code),
    *(term(name) for name in TERM_FIELDS),
    Column("提出日時", lambda posting: posting.submitted_at),
    Column("確認日時", lambda posting: posting.checked_at),
    Column("確認者", lambda posting: posting.checked_by),
    Column("初回公開日時", lambda posting: posting.published_at),
    Column("終了日", lambda posting: day(posting.closed_at)),
    Column("終了理由", lambda posting: posting.get_close_reason_display()),
    Column("版番号", lambda posting: posting.version),
]
"""F.2 without the counts of applications, which only the layer above can add. Needs `with_checker`."""


def with_checker(postings: QuerySet[Posting]) -> QuerySet[Posting]:
    """Add who of the office confirmed each posting last."""
    confirmed = Review.objects.filter(posting=OuterRef("pk"), outcome=Review.Outcome.CONFIRMED)
    latest = confirmed.order_by("-decided_at").values("decided_by__name")[:1]
    return postings.annotate(checked_by=Subquery(latest))
