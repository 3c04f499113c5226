"""F.6 研修受講報告 and F.7 採用実績報告 as files; no column names the hired person."""

from django.db.models import QuerySet
from django.utils import timezone

from applications.models import Hire
from applications.reports.models import TrainingReport
from keynet.vocabulary.employment import ContractTerm
from postings.exports.writer import Column
from postings.models import Posting

TRAINING = [
    Column("報告番号", lambda report: report.number),
    Column("施設", lambda report: report.hire.posting.facility.name),
    Column("都道府県", lambda report: report.hire.posting.get_work_prefecture_display()),
    Column("職種", lambda report: report.hire.posting.get_occupation_display()),
    Column("採用日", lambda report: timezone.localdate(report.hire.hired_at)),
    Column("研修実施主体", lambda report: report.get_provider_display()),
    Column("研修名", lambda report: report.name),
    Column("受講日", lambda report: report.taken_on),
    Column("時間数", lambda report: report.hours),
    Column("報告日", lambda report: timezone.localdate(report.reported_at)),
    Column("報告者", lambda report: report.reported_by.name),
]
HIRES = [
    Column("募集情報番号", lambda hire: hire.posting.number),
    Column("施設", lambda hire: hire.posting.facility.name),
    Column("都道府県", lambda hire: hire.posting.get_work_prefecture_display()),
    Column("市区町村", lambda hire: hire.posting.work_city),
    Column("募集区分", lambda hire: hire.posting.get_program_display()),
    Column("職種", lambda hire: hire.posting.get_occupation_display()),
    Column(
        "応募経路", lambda hire: "直接選考に移行" if hire.application.direct_selection_on else "Key-Net内選考"
    ),
    Column("応募日", lambda hire: timezone.localdate(hire.application.submitted_at)),
    Column("採用日", lambda hire: timezone.localdate(hire.hired_at)),
    Column("勤務開始日", lambda hire: hire.starts_on),
    Column("契約期間", lambda hire: contract(hire.posting)),
    Column("雇用形態", lambda hire: hire.posting.get_employment_type_display()),
    Column("人数", lambda hire: 1),
    Column("研修報告", lambda hire: "報告済み" if hasattr(hire, "training_report") else "未報告"),
]


def contract(posting: Posting) -> str:
    """Return the contract's term on one line."""
    if posting.contract_term == ContractTerm.OPEN_ENDED:
        return "定めなし"
    return f"{posting.contract_from}～{posting.contract_to}"


def training_rows(hires: QuerySet[Hire]) -> QuerySet[TrainingReport]:
    """Return the reports of these hires with all that a line says, the oldest first."""
    rows = TrainingReport.objects.filter(hire__in=hires)
    return rows.select_related("hire__posting__facility", "reported_by").order_by("pk")


def hire_rows(hires: QuerySet[Hire]) -> QuerySet[Hire]:
    """Return the hires with all that a line says, the oldest first."""
    return hires.select_related("posting__facility", "application", "training_report").order_by("pk")
