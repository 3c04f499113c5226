"""One round of the office's check, decided or still waiting: read only, a view of the database over both."""

from typing import ClassVar, Self

from django.db import models

from keynet.accounts.models import User
from keynet.accounts.models.appointment import Body
from postings.models import Posting, Review


class CheckRoundQuerySet(models.QuerySet["CheckRound"]):
    """Words for sets of rounds."""

    def visible_to(self, user: User) -> Self:
        """The ministry alone reads how the office keeps its promise."""
        return self if user.serves(Body.MINISTRY) else self.none()


class CheckRound(models.Model):
    """From one receipt to one answer: a return stops the clock, handing in again begins a new round (domain.md D.2)."""

    id = models.CharField("回", max_length=40, primary_key=True)
    posting = models.ForeignKey(Posting, on_delete=models.DO_NOTHING, related_name="+")
    received_at = models.DateTimeField("受付日時")
    due_on = models.DateField("期限")
    decided_at = models.DateTimeField("完了日時", null=True)
    outcome = models.CharField("結果", max_length=10, choices=Review.Outcome, blank=True)

    objects: ClassVar[models.Manager["CheckRound"]] = CheckRoundQuerySet.as_manager()

    class Meta:
        managed = False
        verbose_name = "受付処理"

    def __str__(self) -> str:
        return self.id
