"""What somebody without an account wants to be told of (条件お知らせ)."""

from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import MD5
from django.utils import timezone

from keynet.lifecycle import Actor
from postings.alerts.lifecycle import CONDITION, ConditionStatus
from postings.alerts.models.subscriber import Subscriber

LONGEST_QUERY = 4000
"""Signs of a stored search; one that is longer cannot be kept."""


class Frequency(models.TextChoices):
    """How often a condition is looked up."""

    DAILY = "daily", "毎日"
    WEEKLY = "weekly", "毎週"


class StopReason(models.TextChoices):
    """Why somebody wants no more letters; asked, never demanded."""

    FOUND = "found", "仕事が決まった"
    SEARCHED = "searched", "自分で検索することにした"
    UNFIT = "unfit", "合う求人が届かなかった"
    MANY = "many", "メールが多かった"
    OTHER = "other", "そのほか"


class SavedConditionQuerySet(models.QuerySet["SavedCondition"]):
    """Words for sets of saved conditions."""

    def started(self) -> Self:
        """Conditions whose owner said yes and has not stopped them, also paused ones, in the order of their making."""
        return self.filter(status__in=(ConditionStatus.ACTIVE, ConditionStatus.PAUSED)).order_by("pk")

    def wanted(self) -> Self:
        """Conditions that letters are written for."""
        return self.filter(status=ConditionStatus.ACTIVE)

    def due(self, *, daily: datetime, weekly: datetime) -> Self:
        """Wanted conditions that were not yet told of everything up to the moment of their frequency."""
        return self.wanted().filter(
            Q(frequency=Frequency.DAILY, told_until__lt=daily)
            | Q(frequency=Frequency.WEEKLY, told_until__lt=weekly)
        )


class SavedCondition(models.Model):
    """One search, stored as its canonical query string (`Criteria.query()`); read only by the search itself."""

    # Empty once stopped: a stopped condition is counted, and belongs to nobody.
    subscriber = models.ForeignKey(
        Subscriber, on_delete=models.PROTECT, null=True, blank=True, related_name="conditions"
    )
    query = models.CharField("条件", max_length=LONGEST_QUERY, blank=True)
    frequency = models.CharField("頻度", max_length=6, choices=Frequency, default=Frequency.DAILY)
    status = models.CharField("状態", max_length=7, choices=ConditionStatus, default=ConditionStatus.WAITING)
    created_at = models.DateTimeField("作成日時", default=timezone.now)
    started_at = models.DateTimeField("開始日時", null=True, blank=True)
    # What was published up to here is told, or was not asked for: written with the letter itself, so never told twice.
    told_until = models.DateTimeField("この日時までの求人は知らせた", null=True, blank=True)
    stopped_at = models.DateTimeField("停止日時", null=True, blank=True)
    stop_reason = models.CharField("停止の理由", max_length=8, choices=StopReason, blank=True)

    objects: ClassVar[models.Manager["SavedCondition"]] = SavedConditionQuerySet.as_manager()

    class Meta:
        verbose_name = "条件お知らせ"
        constraints = (
            # By its digest: a long query is more than an index takes.
            models.UniqueConstraint(
                "subscriber",
                MD5("query"),
                name="condition_once",
                violation_error_message="同じ条件のお知らせがあります。",
            ),
            models.CheckConstraint(
                condition=Q(status="stopped", subscriber=None, query="")
                | ~Q(status="stopped") & Q(subscriber__isnull=False) & ~Q(query=""),
                name="condition_stopped_is_nobodys",
                violation_error_message="停止した条件お知らせには、宛先と条件を残せません。",
            ),
            models.CheckConstraint(
                condition=Q(status="waiting") | Q(started_at__isnull=False, told_until__isnull=False),
                name="condition_started_has_time",
                violation_error_message="メールの確認が済んでいない条件では、お知らせできません。",
            ),
        )
        indexes = (
            # The digest walks the addresses in their order; what waits, pauses or has stopped is not in its way.
            models.Index(fields=["subscriber", "id"], name="condition_wanted", condition=Q(status="active")),
        )

    def __str__(self) -> str:
        return f"condition {self.pk}"

    def start(self, *, by: Actor) -> None:
        """The owner of the address says yes through the mailed link (double opt-in)."""
        with CONDITION.move(self, "start", by=by):
            self.started_at = self.told_until = timezone.now()

    def pause(self, *, by: Actor) -> None:
        """No letters until resumed."""
        with CONDITION.move(self, "pause", by=by):
            pass

    def resume(self, *, by: Actor) -> None:
        """Letters again; what appeared during the pause is not told."""
        with CONDITION.move(self, "resume", by=by):
            self.told_until = timezone.now()

    def stop(self, *, by: Actor, reason: str = "") -> None:
        """No more letters for this condition: what was looked for, and by whom, is forgotten."""
        with CONDITION.move(self, "stop", by=by):
            self.stopped_at = timezone.now()
            self.stop_reason = reason
            self.subscriber = None
            self.query = ""
