"""F.11 配信記録: which organisation was told of which posting, and whether it arrived; no mail addresses."""

import django_filters
from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    Count,
    F,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Cast, Coalesce, Concat, Greatest, Substr

from keynet.accounts.models import User
from keynet.accounts.models.appointment import Body
from keynet.forms import Form
from keynet.outbox.models import Event, Letter
from keynet.vocabulary.prefectures import GROUPED_CHOICES
from postings.alerts.letters import AUDIENCES, CLOSED, NEWS, PAUSED, RESUMED, SUSPENDED
from postings.exports import expressions as say
from postings.exports.writer import Column
from postings.models import Posting
from postings.search.filters import DAY_EXAMPLE, DayFilter

CHANGES = (PAUSED, SUSPENDED, CLOSED, RESUMED)
KINDS = (*(audience.kind for audience in AUDIENCES), *CHANGES)
"""The letters to public bodies and recruiters; none of them goes to a person who looks for work."""
CIRCLES = [(audience.kind.name, audience.kind.to) for audience in AUDIENCES]
BEFORE_THE_KEY = "posting:"


def _number() -> Subquery:
    """Say the printed number of the posting that a letter is about."""
    key = Cast(Substr(OuterRef("subject"), len(BEFORE_THE_KEY) + 1), BigIntegerField())
    told = Posting.objects.filter(pk=key).order_by()
    return Subquery(told.annotate(said=say.numbered("KN")).values("said"))


def _circle() -> Case:
    """Name the letter by which the recipient first heard of the posting; of later letters it says who they are to."""
    first = Letter.objects.filter(
        subject=OuterRef("subject"), recipient=OuterRef("recipient"), kind__in=NEWS
    ).order_by()
    return Case(
        When(kind__in=NEWS, then=F("kind")),
        default=Coalesce(Subquery(first.values("kind")[:1]), Value("")),
    )


def _repeats() -> CombinedExpression:
    """Count what was tried again by itself, and what a person had sent again."""
    by_people = Event.objects.filter(
        name="letter.sent_again", subject=Concat(Value("letter:"), Cast(OuterRef("id"), CharField()))
    )
    again = Subquery(by_people.order_by().values("subject").annotate(n=Count("pk")).values("n"))
    return Coalesce(again, 0) + Greatest(F("tries") - 1, 0)


DELIVERIES = [
    Column("募集番号", _number()),
    Column("宛先種別", say.label("circle", CIRCLES)),
    Column("宛先団体", say.text("recipient_name")),
    Column("手紙の種類", say.label("kind", [(kind.name, kind.title) for kind in KINDS])),
    Column("作成日時", say.moment("created_at")),
    Column("送信日時", say.moment("sent_at")),
    Column("結果", say.label("status", Letter.Status.choices)),
    Column("再送回数", _repeats()),
]


class DeliveryFilter(django_filters.FilterSet):
    """Narrows the file."""

    since = DayFilter(
        field_name="created_at", lookup_expr="date__gte", label="作成日（この日から）", help_text=DAY_EXAMPLE
    )
    until = DayFilter(
        field_name="created_at", lookup_expr="date__lte", label="作成日（この日まで）", help_text=DAY_EXAMPLE
    )
    prefecture = django_filters.ChoiceFilter(
        label="募集の都道府県", choices=GROUPED_CHOICES, empty_label="すべて", method="of_prefecture"
    )
    circle = django_filters.ChoiceFilter(label="宛先種別", choices=CIRCLES, empty_label="すべて")
    status = django_filters.ChoiceFilter(label="結果", choices=Letter.Status.choices, empty_label="すべて")

    class Meta:
        model = Letter
        fields: tuple[str, ...] = ()
        form = Form

    def of_prefecture(self, found: QuerySet[Letter], name: str, value: str) -> QuerySet[Letter]:
        """Keep the letters about postings whose workplace is there."""
        there = Posting.objects.filter(work_prefecture=value)
        keys = there.annotate(key=Concat(Value(BEFORE_THE_KEY), Cast("pk", CharField())))
        return found.filter(subject__in=keys.values("key"))


def deliveries(reader: User) -> "QuerySet[Letter]":
    """Return the letters about postings to organisations, the newest first; for office and ministry."""
    told = Letter.objects.filter(kind__in=[kind.name for kind in KINDS], subject__startswith=BEFORE_THE_KEY)
    allowed = reader.serves(Body.OFFICE) or reader.serves(Body.MINISTRY)
    found = told if allowed else told.none()
    return found.annotate(circle=_circle()).order_by("-created_at", "-pk")
