"""The columns of the files of postings: F.1 for everybody, F.2 for the ministry (domain.md F).

One declaration serves CSV and XLSX. What a page says of the same term stands in `postings.wording`; a test holds both
together.
"""

from typing import cast

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Expression, F, OuterRef, Subquery

from facilities.models import Facility
from keynet.vocabulary.recruiting import NameVisibility
from postings.exports import expressions as say
from postings.exports.writer import Column
from postings.models import Posting, Review
from postings.models.posting import TERM_FIELDS

FULL_DAY = 'FMYYYY"年"FMMM"月"FMDD"日"'
SHIFTS = say.Sql("nullif(cell_shifts({0}), '')", "work_hours")


def field_of(name: str) -> models.Field:
    """Return a column of the posting."""
    return cast(models.Field, Posting._meta.get_field(name))


def choice(name: str, way: str = "") -> Expression:
    """Say a choice of the posting in words; `way` leads to the posting."""
    return say.label(f"{way}{name}", field_of(name).flatchoices)


def term(name: str) -> Expression | F:
    """Say one term: choices in words, lists joined, everything else as stored."""
    field = field_of(name)
    if isinstance(field, ArrayField):
        return say.labels(name, field.base_field.flatchoices)
    if name == "work_hours":
        return SHIFTS
    if name == "spot_dates":
        return say.Sql("CASE WHEN {0} <> '[]' THEN nullif(cell_spot_dates({0}), '') END", name)
    if name == "contact_phone":
        return say.phone(name)
    return stored(name, field)


def stored(name: str, field: models.Field) -> Expression | F:
    """Say a column by its kind."""
    if field.flatchoices:
        return say.label(name, field.flatchoices)
    if isinstance(field, models.BooleanField):
        return say.yes_no(name)
    if isinstance(field, models.DateField):
        return say.date(name)
    return F(name) if isinstance(field, models.IntegerField) else say.text(name)


def contract() -> Expression:
    """Say 期間の定めなし, or first and last day."""
    labels = choice("contract_term")
    return say.Sql(
        f"CASE WHEN {{1}} IS NULL OR {{2}} IS NULL THEN {{0}} "
        f"ELSE to_char({{1}}, '{FULL_DAY}') || '〜' || to_char({{2}}, '{FULL_DAY}') END",
        labels,
        "contract_from",
        "contract_to",
    )


_NAME = say.text("facility__name")
FULL_NAME = Column("施設名", _NAME)
PUBLIC_NAME = Column(
    "施設名",
    say.Sql(f"CASE {{1}} WHEN '{NameVisibility.PUBLIC}' THEN {{0}} END", _NAME, "name_visibility"),
)
"""Empty when the facility hides it."""
DEPARTMENT = Column("担当部署", say.text("contact_department"))
PHONE = Column("電話", say.phone("contact_phone"))


OPEN_DATA = [
    Column("番号", say.numbered("KN")),
    Column("区分", choice("program")),
    Column("職種", choice("occupation")),
    Column("都道府県コード", say.text("work_prefecture")),
    Column("都道府県", choice("work_prefecture")),
    Column("市区町村コード", say.CityCode("work_postal_code", "work_prefecture")),
    Column("市区町村", say.text("work_city")),
    PUBLIC_NAME,
    Column("施設種別", say.label("facility__kind", Facility._meta.get_field("kind").flatchoices)),
    Column("雇用形態", choice("employment_type")),
    Column("契約期間", contract()),
    Column("勤務形態", choice("shift_pattern")),
    Column("就業時間", say.Sql("coalesce({0}, {1})", SHIFTS, say.text("hours_note"))),
    Column("賃金形態", choice("wage_type")),
    Column("賃金下限", F("wage_min")),
    Column("賃金上限", F("wage_max")),
    Column("募集人数", F("headcount")),
    Column("公開日", say.day("published_at")),
    Column("最終更新日", say.day("terms_as_of")),
    Column("公開終了予定日", say.date("publish_to")),
    Column("状態", choice("status")),
    Column(
        "URL", say.Sql(f"{say.quoted(settings.SITE_URL + '/postings/')} || {{0}} || '/'", say.numbered("KN"))
    ),
]
"""F.1: only what the posting page shows."""


def disclosed(columns: list[Column]) -> list[Column]:
    """Return the same columns with the names that facilities hide from the public."""
    return [FULL_NAME if column is PUBLIC_NAME else column for column in columns]


def checker() -> Subquery:
    """Say who of the office confirmed the posting last."""
    confirmed = Review.objects.filter(posting=OuterRef("pk"), outcome=Review.Outcome.CONFIRMED)
    named = confirmed.order_by("-decided_at").annotate(said=say.text("decided_by__name"))
    return Subquery(named.values("said")[:1])


EVERYTHING = [
    *disclosed(OPEN_DATA),
    Column("医療機関コード", say.text("facility__institution_code")),
    Column("LGコード", say.text("facility__lg_code")),
    *(Column(str(field_of(name).verbose_name), term(name)) for name in TERM_FIELDS),
    Column("提出日時", say.moment("submitted_at")),
    Column("確認日時", say.moment("checked_at")),
    Column("確認者", checker()),
    Column("初回公開日時", say.moment("published_at")),
    Column("終了日", say.day("closed_at")),
    Column("終了理由", choice("close_reason")),
    Column("版番号", F("version")),
]
"""F.2 without the counts of applications, which only the layer above can add."""
