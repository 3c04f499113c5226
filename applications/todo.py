"""What waits for a facility among its applicants and questions, for 「今日すること」 on its home and above its applicants."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from applications.filters import DIRECTED, LATE, REFUSED, UNREAD_BY_US
from applications.inbox import DECIDED, UNREAD, late_before
from applications.lifecycle import FACILITY_OWES, InquiryStatus
from applications.lifecycle import ApplicationStatus as S
from applications.models import Application, Inquiry, Interview
from facilities.models import Facility
from postings.upkeep.todo import Todo


def todos_of_inbox(facility: Facility) -> Iterator[Todo]:
    """Yield the people who wait: today's interviews first, then overdue ones, new, looked at, offers, messages, questions."""
    page = reverse("inbox:applications", args=[facility.public_id])
    counts = _counts(facility)
    for name, words, action, status in LINES:
        if name == "late":
            yield from _interviews(facility)
        if counts[name]:
            yield Todo(words.format(counts[name]), action, f"{page}?status={status}")
    if unread := Application.objects.filter(UNREAD, posting__facility=facility).count():
        words = f"読んでいないメッセージのある応募が{unread}件あります。読んで、返事をしてください"
        yield Todo(words, "メッセージのある応募を見る", f"{page}?status={UNREAD_BY_US[0]}")
    if asked := Inquiry.objects.known().filter(posting__facility=facility, status=InquiryStatus.OPEN).count():
        page = reverse("inbox:inquiries", args=[facility.public_id])
        yield Todo(f"質問が{asked}件届いています。回答してください", "質問を見る", f"{page}?status=open")


LINES = (
    (
        "late",
        "3営業日を過ぎて連絡のない応募が{}件あります。今日、連絡してください",
        "待っている方を見る",
        LATE[0],
    ),
    ("new", "新しい応募が{}件あります。3営業日のうちに連絡してください", "新着の応募を見る", S.SUBMITTED),
    (
        "reviewing",
        "確認中の応募が{}件あります。面接か結果を知らせてください",
        "確認中の応募を見る",
        S.REVIEWING,
    ),
    ("accepted", "内定を承諾した方が{}名います。採用を知らせてください", "内定の方を見る", S.OFFERED),
    ("silent", "返事のない内定が{}件あります。返事を待っています", "内定の方を見る", S.OFFERED),
    (
        "directed",
        "直接の選考の結果がまだの応募が{}件あります。結果を知らせてください",
        "応募を見る",
        DIRECTED[0],
    ),
    (
        "refused",
        "見送りを決めた応募が{}件あります。決めてから30分のあいだは、取りやめられます",
        "決めた応募を見る",
        REFUSED[0],
    ),
)
"""The counted lines: name, words, what the button says, and the state the list is then narrowed to."""


def _counts(facility: Facility) -> dict[str, int]:
    direct = Q(direct_selection_on__isnull=False) & ~DECIDED
    offered = Q(status=S.OFFERED) & ~DECIDED
    owed = Q(status__in=FACILITY_OWES, direct_selection_on=None) & ~DECIDED
    late = owed & Q(moved_at__lte=late_before(timezone.localdate()))
    return (
        Application.objects.undecided()
        .filter(posting__facility=facility)
        .aggregate(
            late=Count("pk", filter=late),
            new=Count("pk", filter=owed & Q(status=S.SUBMITTED)),
            reviewing=Count("pk", filter=owed & Q(status=S.REVIEWING)),
            accepted=Count("pk", filter=offered & Q(accepted_at__isnull=False)),
            silent=Count("pk", filter=offered & Q(accepted_at=None)),
            directed=Count("pk", filter=direct),
            refused=Count("pk", filter=DECIDED),
        )
    )


def _interviews(facility: Facility) -> Iterator[Todo]:
    midnight = timezone.make_aware(datetime.combine(timezone.localdate(), time.min))
    today = Interview.objects.agreed().filter(
        application__posting__facility=facility,
        slot__starts_at__gte=midnight,
        slot__starts_at__lt=midnight + timedelta(days=1),
    )
    for interview in today.select_related("slot", "application").order_by("slot__starts_at", "pk"):
        at = timezone.localtime(interview.slot.starts_at)
        url = reverse("inbox:application", args=[facility.public_id, interview.application.public_id])
        yield Todo(f"{at:%H:%M}から面接があります（{interview.application.number}）", "応募者を見る", url)
