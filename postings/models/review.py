"""One check of one handed-in posting by the office: what was decided, by whom, within how many business days."""

from typing import ClassVar

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from postings.models.posting import Posting


class Review(models.Model):
    """A decision of the office; the reasons of a return stand per field (for the clerk, and for figure F.10)."""

    class Outcome(models.TextChoices):
        CONFIRMED = "confirmed", "確認済み"
        RETURNED = "returned", "差戻し"
        REJECTED = "rejected", "受付不可"

    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="reviews")
    outcome = models.CharField("結果", max_length=10, choices=Outcome)
    # {"wage_min": "最低賃金を下回っています。", …}: field name → sentence for the clerk
    reasons = models.JSONField("項目ごとの理由", default=dict, blank=True)
    # What the office read, so that it sees what changed when the form comes back.
    terms = models.JSONField("確認した条件", encoder=DjangoJSONEncoder, default=dict)
    note = models.TextField("全体へのコメント", max_length=1000, blank=True)
    received_at = models.DateTimeField("受付日時")
    due_on = models.DateField("期限")
    decided_at = models.DateTimeField("完了日時", default=timezone.now)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects: ClassVar[models.Manager["Review"]] = models.Manager()

    class Meta:
        verbose_name = "確認の記録"
        indexes = (
            models.Index(fields=["posting", "-decided_at"], name="review_latest"),
            # The months of 受付処理状況 (applications.reports.checks) are counted without the terms that stand in the rows.
            models.Index(
                fields=["received_at"],
                include=["posting", "due_on", "decided_at", "outcome"],
                name="review_rounds",
            ),
        )

    def __str__(self) -> str:
        return f"{self.posting_id} {self.get_outcome_display()}"
