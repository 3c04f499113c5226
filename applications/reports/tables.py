"""The tables that office and ministry take away beside all postings: which, for whom, narrowed by what."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import django_filters
from django.db.models import QuerySet

from applications.reports.checks import CHECKS, CheckFilter, rounds_of
from applications.reports.log import LOG, LogFilter, log_lines
from applications.reports.models.export import Content
from keynet.accounts.models import User
from keynet.accounts.models.appointment import Body
from postings.alerts.deliveries import DELIVERIES, DeliveryFilter, deliveries
from postings.exports.doctors import FOR_DOCTOR_BANKS, DoctorPostingFilter, doctor_postings
from postings.exports.writer import Column

BOTH = frozenset({Body.OFFICE, Body.MINISTRY})
MINISTRY = frozenset({Body.MINISTRY})


@dataclass(frozen=True)
class Table:
    """One file; `rows` are those that its reader may take away at all."""

    content: Content
    name: str
    about: str
    bodies: frozenset[Body]
    columns: list[Column]
    filter: type[django_filters.FilterSet]
    rows: Callable[[User], QuerySet[Any]]

    def found(self, conditions: Mapping[str, Any], reader: User) -> django_filters.FilterSet:
        """Return the rows that fit the conditions of an address."""
        return self.filter(conditions, queryset=self.rows(reader))


TABLES = (
    Table(
        Content.DOCTORS,
        "doctor_postings",
        "いま応募を受け付けている医師の募集です。医師バンクなどに渡すための表で、公開していない施設名と、施設の担当部署の電話番号を含みます。",
        BOTH,
        FOR_DOCTOR_BANKS,
        DoctorPostingFilter,
        doctor_postings,
    ),
    Table(
        Content.CHECKS,
        "checks",
        "申請と募集を、受け付けから2営業日以内に確認できたかの記録です。差し戻すと終わり、再び提出されると新しい1行になります。",
        MINISTRY,
        CHECKS,
        CheckFilter,
        rounds_of,
    ),
    Table(
        Content.SENT,
        "deliveries",
        "募集のお知らせを、どの団体に送ったかの記録です。メールアドレスは入りません。",
        BOTH,
        DELIVERIES,
        DeliveryFilter,
        deliveries,
    ),
    Table(
        Content.LOG,
        "audit_log",
        "だれが、いつ、何をしたかと、個人情報を閲覧した記録です。職員の氏名を含みます。応募した方の氏名や連絡先は入りません。",
        MINISTRY,
        LOG,
        LogFilter,
        log_lines,
    ),
)


def tables_of(body: str) -> list[Table]:
    """Return what a body may take away."""
    return [table for table in TABLES if body in table.bodies]


def table_of(body: str, content: str) -> Table | None:
    """Return one of them; None for what there is not, or not for this body."""
    return next((table for table in tables_of(body) if table.content == content), None)
