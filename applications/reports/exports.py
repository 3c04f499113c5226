"""F.6 研修受講報告 and F.7 採用実績報告 as files; no column names the hired person."""

from django.db.models import Expression, F, QuerySet, Value

from applications.models import Hire
from applications.reports.models import TrainingReport
from keynet.vocabulary.employment import ContractTerm
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
            "CASE WHEN {0} IS NULL THEN 'Key-Net内選考' ELSE '直接選考に移行' END",
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
]
"""F.7."""


def training_rows(hires: QuerySet[Hire]) -> QuerySet[TrainingReport]:
    """Return the reports of these hires, the oldest first."""
    return TrainingReport.objects.filter(hire__in=hires).order_by("pk")


def hire_rows(hires: QuerySet[Hire]) -> QuerySet[Hire]:
    """Return the hires, reported or not, the oldest first."""
    return hires.order_by("pk")
