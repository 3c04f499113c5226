"""F.10 受付処理状況: is the promise of two business days kept? Rounds of the office's check, and their months."""

from datetime import date
from typing import NamedTuple

import django_filters
from django.conf import settings
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, TruncMonth
from django.utils import timezone

from applications.reports.models import CheckRound
from keynet.accounts.models import User
from keynet.forms import Form
from keynet.vocabulary.prefectures import GROUPED_CHOICES
from postings.exports import expressions as say
from postings.exports.business_days import BusinessDaysTaken
from postings.exports.columns import choice
from postings.exports.writer import Column
from postings.models import Review
from postings.search.filters import DAY_EXAMPLE, DayFilter


def _returns() -> Coalesce:
    """Count how often the posting was returned up to now: this round's return counts."""
    until = Coalesce(OuterRef("decided_at"), OuterRef("received_at"))
    earlier = Review.objects.filter(
        posting=OuterRef("posting"), outcome=Review.Outcome.RETURNED, decided_at__lte=until
    )
    return Coalesce(Subquery(earlier.order_by().values("posting").annotate(n=Count("pk")).values("n")), 0)


DECIDED_ON = say.day("decided_at")
KEPT = say.Sql(
    "CASE WHEN {0} <= {1}::text THEN 'はい' WHEN {0} > {1}::text OR {1} < {2} THEN 'いいえ' END",
    DECIDED_ON,
    "due_on",
    say.Sql(f"(statement_timestamp() AT TIME ZONE '{settings.TIME_ZONE}')::date"),
)
CHECKS = [
    Column("募集情報番号", say.numbered("KN", "posting__created_at", "posting__pk")),
    Column("都道府県", choice("work_prefecture", "posting__")),
    Column("職種", choice("occupation", "posting__")),
    Column(
        "区分",
        say.Sql("CASE WHEN {0} IS NULL THEN '追加の募集' ELSE '新規の申請' END", "posting__registration_id"),
    ),
    Column("受付日時", say.moment("received_at")),
    Column("期限", say.date("due_on")),
    Column("完了日時", say.moment("decided_at")),
    Column("結果", say.label("outcome", Review.Outcome.choices)),
    Column("営業日数", BusinessDaysTaken("received_at", "decided_at")),
    Column("達成", KEPT),
    Column("差戻し回数", _returns()),
]
"""F.10, one line for each round; 達成 is empty while the round waits and its day has not passed."""


class CheckFilter(django_filters.FilterSet):
    """Narrows page and file."""

    since = DayFilter(
        field_name="received_at", lookup_expr="date__gte", label="受付日（この日から）", help_text=DAY_EXAMPLE
    )
    until = DayFilter(
        field_name="received_at", lookup_expr="date__lte", label="受付日（この日まで）", help_text=DAY_EXAMPLE
    )
    prefecture = django_filters.ChoiceFilter(
        field_name="posting__work_prefecture",
        label="都道府県",
        choices=GROUPED_CHOICES,
        empty_label="すべて",
    )

    class Meta:
        model = CheckRound
        fields: tuple[str, ...] = ()
        form = Form


class Month(NamedTuple):
    """The rounds that began in one month."""

    month: date
    received: int
    kept: int
    broken: int
    """Answered late, or waiting although the day has passed."""
    waiting: int
    """Still in time."""
    returned: int

    @property
    def rate(self) -> float | None:
        """Return the share of kept promises in percent; None while none is over."""
        over = self.kept + self.broken
        return self.kept * 100 / over if over else None


def rounds_of(reader: User) -> QuerySet[CheckRound]:
    """Return the rounds that the person may read, the newest receipt first."""
    return CheckRound.objects.visible_to(reader).order_by("-received_at", "-id")


def months(rounds: QuerySet[CheckRound]) -> list[Month]:
    """Return the months in which these rounds began, the newest first; one query."""
    today = timezone.localdate()
    in_time = Q(decided_at__date__lte=F("due_on"))
    late = Q(decided_at__date__gt=F("due_on")) | Q(decided_at=None, due_on__lt=today)
    counted = (
        rounds.order_by()
        .annotate(month=TruncMonth("received_at"))
        .values_list("month")
        .annotate(
            received=Count("*"),
            kept=Count("due_on", filter=in_time),
            broken=Count("due_on", filter=late),
            waiting=Count("due_on", filter=Q(decided_at=None, due_on__gte=today)),
            returned=Count("due_on", filter=Q(outcome=Review.Outcome.RETURNED)),
        )
        .order_by("-month")
    )
    return [Month(timezone.localdate(month), *numbers) for month, *numbers in counted]


def total(found: list[Month]) -> Month:
    """Return all months together."""
    return Month(
        date.min,
        received=sum(month.received for month in found),
        kept=sum(month.kept for month in found),
        broken=sum(month.broken for month in found),
        waiting=sum(month.waiting for month in found),
        returned=sum(month.returned for month in found),
    )
