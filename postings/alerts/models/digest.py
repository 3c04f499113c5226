"""The morning's round of letters about saved conditions: which postings it tells, and how far it has come."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone


class DigestQuerySet(models.QuerySet["Digest"]):
    """Words for sets of digests."""

    def unfinished(self) -> Self:
        """Rounds that have not reached their last address, the oldest first."""
        return self.filter(finished_at=None).order_by("day")


class Digest(models.Model):
    """One day's round. It tells what was published after `since` (weekly conditions: `weekly_since`) up to `until`.

    Each batch of addresses is one transaction with `done_to`, so that a round that is killed goes on where it stopped,
    without loss and without a second letter.
    """

    day = models.DateField("日", unique=True)
    since = models.DateTimeField("この日時より後")
    weekly_since = models.DateTimeField("毎週の分はこの日時より後", null=True)
    until = models.DateTimeField("この日時まで")
    done_to = models.BigIntegerField("済んだ宛先", default=0)
    letters = models.PositiveIntegerField("書いた手紙", default=0)
    started_at = models.DateTimeField("開始日時", default=timezone.now)
    finished_at = models.DateTimeField("終了日時", null=True)

    objects: ClassVar[models.Manager["Digest"]] = DigestQuerySet.as_manager()

    class Meta:
        verbose_name = "条件お知らせの送付"
        constraints = (
            models.CheckConstraint(
                condition=Q(since__lt=models.F("until")),
                name="digest_has_a_span",
                violation_error_message="お知らせする期間の終わりは、始まりより後にしてください。",
            ),
        )

    def __str__(self) -> str:
        return f"digest of {self.day}"
