"""次にすること: what waits for the person among the applications, the most pressing first."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.utils import timezone

from applications.lifecycle import ApplicationStatus
from applications.mine.owned import applications_of
from applications.models import Application, Hire, Interview, Side, Slot, SlotOffer
from keynet.accounts.models import User
from keynet.vocabulary.japanese import date_ja, datetime_ja

TRAINED: list[Q] = []
"""By what one knows a hire whose training is reported; said by applications.reports when it starts."""


@dataclass(frozen=True)
class Step:
    """One thing to do, at one application."""

    words: str
    application: Application


def agenda_of(user: User) -> list[Step]:
    """Return everything that waits, in three queries whatever the number of applications."""
    offers = SlotOffer.objects.standing().filter(application=OuterRef("pk"), slot__in=Slot.objects.free())
    unread = Count("thread", filter=Q(thread__side=Side.FACILITY, thread__read_at=None))
    hires = Hire.objects.active().filter(application=OuterRef("pk"), starts_on__gte=timezone.localdate())
    begins_on = Subquery(hires.values("starts_on")[:1])
    trained = Exists(hires.filter(*TRAINED))
    stays = applications_of(user).filter(leaves_at=None)
    rows = list(stays.annotate(new=unread, choice=Exists(offers), begins_on=begins_on, trained=trained))
    undecided = sum(row.is_undecided for row in rows)
    interviews = {
        interview.application_id: interview
        for interview in Interview.objects.to_come().filter(application__in=rows).select_related("slot")
    }
    return [step for row in rows for step in _steps(row, interviews.get(row.pk), undecided)]


def _steps(application: Application, interview: Interview | None, others: int) -> Iterator[Step]:
    status = application.status
    if status == ApplicationStatus.OFFERED and not application.accepted_at:
        yield Step("内定の返事をしてください", application)
    if interview:
        yield Step(f"{datetime_ja(interview.slot.starts_at)}に面接があります", application)
    elif application.is_undecided and application.choice:  # type: ignore[attr-defined]  # annotated above
        yield Step("面接の日時を選んでください", application)
    if count := application.new:  # type: ignore[attr-defined]  # annotated above
        yield Step(f"新しいメッセージが{count}件あります", application)
    if begins_on := application.begins_on:  # type: ignore[attr-defined]  # annotated above
        until = "" if application.trained else "。それまでに研修を受けてください"  # type: ignore[attr-defined]  # annotated above
        yield Step(f"{date_ja(begins_on)}から勤務が始まります{until}", application)
        if others:
            yield Step(
                f"ほかに続いている応募が{others}件あります。続けるか辞退するかを選んでください", application
            )
