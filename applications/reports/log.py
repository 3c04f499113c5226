"""F.15 監査ログ: who did what to what, from the events and the log of readings; nobody who looks for work is named."""

from datetime import timedelta
from typing import Any

import django_filters
from django.apps import apps
from django.conf import settings
from django.contrib.postgres.aggregates import StringAgg
from django.db.models import BigIntegerField, Case, F, Model, OuterRef, Q, QuerySet, Subquery, When
from django.utils import timezone

from applications.models import Application, Hire, Inquiry
from applications.reports.log_words import BY_STAFF, OPERATIONS
from applications.reports.models import LogLine
from facilities.models import Facility, Membership
from keynet.accounts.actors import OTHERS
from keynet.accounts.models import Appointment, User
from keynet.accounts.models.appointment import Body
from keynet.forms import Form
from keynet.vocabulary.japanese import date_ja
from keynet.vocabulary.prefectures import CHOICES
from postings.exports import expressions as say
from postings.exports.writer import Column
from postings.models import Posting
from postings.search.filters import DAY_EXAMPLE, DayFilter

DAYS_AT_FIRST = 30
UNNAMED = "氏名を表示しない利用者"
ACTORS = OTHERS | {
    "link:inquiry": "質問した方",
    "link:recruiter": "紹介事業者",
    "link:subscriber": "条件お知らせを受け取る方",
    "command": "システムの担当者",
    "demonstration": "デモ環境の準備",
}
GROUPS = {
    "reading": "個人情報の閲覧",
    "posting": "募集情報",
    "registration": "申請",
    "application": "応募",
    "inquiry": "質問",
    "hire": "採用と研修",
    "membership": "職員",
    "account": "利用者",
    "export": "書き出し",
}
"""First words of the names of operations that the file can be narrowed to."""
_STAFF = f"{{0}} = ANY('{{{{{','.join(BY_STAFF)}}}}}')"


def _then(began: str, ended: str) -> Q:
    """Return what belonged to the person at the time of the line."""
    over = Q(**{ended: None}) | Q(**{f"{ended}__gt": OuterRef("at")})
    return over & Q(user=OuterRef("person"), **{f"{began}__lte": OuterRef("at")})


def _joined(rows: QuerySet[Any], said: Any) -> Subquery:
    together = StringAgg(said, delimiter="、", order_by="pk")
    return Subquery(rows.order_by().values("user").annotate(said=together).values("said"))


def _who() -> say.Sql:
    """Name staff; of everybody else say only what kind of person or machine it was."""
    name = Subquery(User.objects.filter(pk=OuterRef("person")).values("name"))
    kind = say.Sql("regexp_replace({0}, ':[0-9]+$', '')", "actor")
    return say.Sql(
        f"CASE WHEN {{1}} IS NULL THEN {{3}} WHEN {_STAFF} THEN cell_guarded({{2}}) "
        f"ELSE {say.quoted(UNNAMED)} END",
        "name",
        "person",
        name,
        say.label(kind, ACTORS.items()),
    )


def _organisations() -> say.Sql:
    """Say whom a member of staff worked for at that time: the facility concerned, or else all their bodies."""
    body = say.Sql(
        "concat(CASE WHEN {1} <> '' THEN {0} END, CASE {2} WHEN 'prefecture' THEN NULL ELSE {3} END)",
        say.label("prefecture", CHOICES),
        "prefecture",
        "body",
        say.label("body", Body.choices),
    )
    bodies = _joined(Appointment.objects.filter(_then("began_at", "ended_at")), body)
    then = Membership.objects.filter(_then("joined_at", "left_at"))
    concerned = then.filter(facility=OuterRef("concerned"))
    return say.Sql(
        f"CASE WHEN {_STAFF} AND {{1}} IS NOT NULL "
        "THEN nullif(cell_guarded(coalesce({2}, concat_ws('、', {3}, {4}))), '') END",
        "name",
        "person",
        _joined(concerned, "facility__name"),
        bodies,
        _joined(then, "facility__name"),
    )


def _facility_concerned() -> Case:
    """Find whose posting, application or question it was."""
    ways = {"posting": (Posting, "facility")} | {
        noun: (model, "posting__facility")
        for noun, model in (("application", Application), ("inquiry", Inquiry), ("hire", Hire))
    }
    return Case(
        When(noun="facility", then=F("number")),
        *(
            When(noun=noun, then=Subquery(model._base_manager.filter(pk=OuterRef("number")).values(way)))
            for noun, (model, way) in ways.items()
        ),
        default=None,
        output_field=BigIntegerField(),
    )


def _subject() -> say.Sql:
    """Say what it was done to: its kind, and its printed number, its facility's name or the number of its row."""
    nouns = {str(model._meta.model_name): str(model._meta.verbose_name) for model in apps.get_models()}
    return say.Sql(
        "concat_ws(' ', {0}, CASE {1} WHEN 'posting' THEN {3} WHEN 'application' THEN {4} "
        "WHEN 'inquiry' THEN {5} WHEN 'facility' THEN cell_guarded({6}) ELSE {2}::text END)",
        say.label("noun", nouns.items()),
        "noun",
        "number",
        _of(Posting, say.numbered("KN")),
        _of(Application, say.numbered("A")),
        _of(Inquiry, say.numbered("Q")),
        Subquery(Facility.objects.filter(pk=OuterRef("number")).values("name")),
    )


def _of(model: type[Model], said: say.Sql) -> Subquery:
    found = model._base_manager.filter(pk=OuterRef("number"))
    return Subquery(found.annotate(said=said).values("said"))


LOG = [
    Column("日時", say.Sql(f"left(({{0}} AT TIME ZONE '{settings.TIME_ZONE}')::text, 19)", "at")),
    Column("利用者", _who()),
    Column("組織", _organisations()),
    Column("操作", say.label("name", OPERATIONS.items())),
    Column("対象", _subject()),
    Column("記録の番号", say.text("id")),
]
"""F.15; addresses of computers are not stored, so that there is no such column."""


class LogFilter(django_filters.FilterSet):
    """Narrows the file; at first to the last thirty days."""

    since = DayFilter(
        field_name="at", lookup_expr="date__gte", label="日付（この日から）", help_text=DAY_EXAMPLE
    )
    until = DayFilter(
        field_name="at", lookup_expr="date__lte", label="日付（この日まで）", help_text=DAY_EXAMPLE
    )
    group = django_filters.ChoiceFilter(
        label="操作の種類", choices=list(GROUPS.items()), empty_label="すべて", method="of_group"
    )

    class Meta:
        model = LogLine
        fields: tuple[str, ...] = ()
        form = Form

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        first = timezone.localdate() - timedelta(days=DAYS_AT_FIRST)
        super().__init__(data or {"since": date_ja(first)}, *args, **kwargs)

    def of_group(self, found: QuerySet[LogLine], name: str, value: str) -> QuerySet[LogLine]:
        """Keep the operations whose names begin with this word."""
        return found.filter(name__startswith=f"{value}.")


def log_lines(reader: User) -> QuerySet[LogLine]:
    """Return what the person may take away, the oldest first."""
    found = LogLine.objects.visible_to(reader).annotate(concerned=_facility_concerned())
    return found.order_by("at", "id")
