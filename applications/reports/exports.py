"""F.6 研修受講報告 and F.7 採用実績報告 as files, and what belongs to them; no column names the hired person."""

from typing import Any, NamedTuple

from django.db.models import Count, Expression, F, Max, Q, QuerySet, Value

from applications.models import Hire
from applications.reports.figures import to_remind
from applications.reports.models import OutsideHires, TrainingReport
from applications.reports.models.export import Content
from facilities.models import Facility
from keynet.vocabulary.employment import ContractTerm
from keynet.vocabulary.recruiting import Referrer
from postings.exports import expressions as say
from postings.exports.columns import choice
from postings.exports.writer import Column


def _whose(way: str) -> list[Column]:
    """Say whose posting it is; `way` leads to the posting."""
    return [
        Column("施設", say.text(f"{way}facility__name")),
        Column("都道府県", choice("work_prefecture", way)),
    ]


def _contract(way: str) -> Expression:
    """Say the contract's term on one line."""
    return say.Sql(
        f"CASE {{0}} WHEN '{ContractTerm.OPEN_ENDED}' THEN '定めなし' "
        "ELSE to_char({1}, 'YYYY-MM-DD') || '～' || to_char({2}, 'YYYY-MM-DD') END",
        f"{way}contract_term",
        f"{way}contract_from",
        f"{way}contract_to",
    )


TRAINING = [
    Column("報告番号", say.numbered("T", "reported_at")),
    *_whose("hire__posting__"),
    Column("職種", choice("occupation", "hire__posting__")),
    Column("採用日", say.day("hire__hired_at")),
    Column("研修実施主体", say.label("provider", TrainingReport._meta.get_field("provider").flatchoices)),
    Column("研修名", say.text("name")),
    Column("受講日", say.date("taken_on")),
    Column("時間数", F("hours")),
    Column("報告日", say.day("reported_at")),
    Column("報告者", say.text("reported_by__name")),
    Column("実施団体・部署", say.text("provider_name")),
    Column("受講の始まり", say.date("taken_from")),
    Column("採用前に受講", say.yes_no("taken_before_hire")),
    Column("訂正の回数", Count("corrections")),
    Column("最後の訂正日", say.day(Max("corrections__corrected_at"))),
]
"""F.6."""
HIRES = [
    Column("募集情報番号", say.numbered("KN", "posting__created_at", "posting__pk")),
    *_whose("posting__"),
    Column("市区町村", say.text("posting__work_city")),
    Column("募集区分", choice("program", "posting__")),
    Column("職種", choice("occupation", "posting__")),
    Column(
        "応募経路",
        say.Sql(
            f"CASE WHEN {{0}} <> '{Referrer.NONE}' THEN '対面紹介' WHEN {{1}} IS NULL THEN 'Key-Net内選考' "
            "ELSE '直接選考に移行' END",
            "referred_by",
            "application__direct_selection_on",
        ),
    ),
    Column("応募日", say.day("application__submitted_at")),
    Column("採用日", say.day("hired_at")),
    Column("勤務開始日", say.date("starts_on")),
    Column("契約期間", _contract("posting__")),
    Column("雇用形態", choice("employment_type", "posting__")),
    Column("人数", Value(1)),
    Column(
        "研修報告",
        say.Sql("CASE WHEN {0} IS NULL THEN '未報告' ELSE '報告済み' END", "training_report__pk"),
    ),
    Column("紹介した機関", say.label("referred_by", Referrer.choices)),
    Column("条件の相違", say.Sql("CASE WHEN {0} THEN 'あり' ELSE 'なし' END", "terms_differ")),
]
"""F.7."""
UNDONE = [*HIRES, Column("取消日", say.day("cancelled_at"))]
"""Hires that were taken back: whoever has read F.7 before finds here what is missing in it now."""
OUTSIDE = [
    Column("募集情報番号", say.numbered("KN", "posting__created_at", "posting__pk")),
    *_whose("posting__"),
    Column("募集区分", choice("program", "posting__")),
    Column("職種", choice("occupation", "posting__")),
    Column("採用の方法", say.label("way", OutsideHires._meta.get_field("way").flatchoices)),
    Column("人数", F("people")),
    Column("報告日", say.day("reported_at")),
    Column("訂正日", say.day("corrected_at")),
    Column("訂正前の人数", F("people_before")),
]
"""Hires that Key-Net did not bring."""
DUE = [
    Column("施設", say.text("posting__facility__name")),
    Column(
        "施設の都道府県",
        say.label("posting__facility__prefecture", Facility._meta.get_field("prefecture").flatchoices),
    ),
    Column("代表電話", say.phone("posting__facility__phone")),
    Column("勤務地の都道府県", choice("work_prefecture", "posting__")),
    Column("職種", choice("occupation", "posting__")),
    Column("募集区分", choice("program", "posting__")),
    Column("採用の人数", F("hires")),
    Column("未報告の人数", F("people")),
    Column("最も早い勤務開始日", say.date("oldest")),
    Column("最後にお願いした日", say.date("asked_on")),
]
"""未回答: whom to remind, line by line as the ministry's page shows them."""


class File(NamedTuple):
    """A list as it is taken away."""

    name: str
    columns: list[Column]
    rows: QuerySet[Any]


def file_of(content: str, hires: QuerySet[Hire], outside: QuerySet[OutsideHires]) -> File:
    """Return the list of a kind, made of these hires, taken back or not, and of those in other ways."""
    active = hires.filter(cancelled_at=None)
    return {
        Content.TRAINING: File("training_reports", TRAINING, training_rows(active)),
        Content.HIRES: File("hires", HIRES, hire_rows(active)),
        Content.UNDONE: File("cancelled_hires", UNDONE, hire_rows(hires.exclude(cancelled_at=None))),
        Content.OUTSIDE: File("other_hires", OUTSIDE, reported_outside(outside)),
        Content.DUE: File("training_due", DUE, to_remind(active)),
    }[Content(content)]


def reported_outside(outside: QuerySet[OutsideHires]) -> QuerySet[OutsideHires]:
    """Return the ways in which somebody was found, or was said to be until a correction."""
    return outside.filter(Q(people__gt=0) | Q(people_before__gt=0)).order_by("posting", "way")


def training_rows(hires: QuerySet[Hire]) -> QuerySet[TrainingReport]:
    """Return the reports of these hires, the oldest first."""
    return TrainingReport.objects.filter(hire__in=hires).order_by("pk")


def hire_rows(hires: QuerySet[Hire]) -> QuerySet[Hire]:
    """Return the hires, reported or not, the oldest first."""
    return hires.order_by("pk")
