"""A batch (まとめて連絡): one template to several applicants, and what became of each."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from applications.models.application import Application
from applications.models.message import Message
from facilities.models import Facility


class Batch(models.Model):
    """Made once for each form (`submission_id`); its words stand in the messages, where they are masked in time."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    submission_id = models.UUIDField("送信の番号", unique=True)
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="+")
    step = models.CharField("手続き", max_length=12, choices=Message.Step)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField("送信日時", default=timezone.now)

    objects: ClassVar[models.Manager["Batch"]] = models.Manager()

    class Meta:
        verbose_name = "まとめての連絡"

    def __str__(self) -> str:
        return f"{self.get_step_display()} {self.sent_at:%Y-%m-%d %H:%M}"


class BatchLine(models.Model):
    """One applicant of a batch; written in the transaction of the answer itself."""

    class Outcome(models.TextChoices):
        DONE = "done", "連絡しました"
        CHANGED = "changed", "この間に状態が変わっていたため、連絡していません"
        NO_TIME = "no_time", "候補の日時がすべてほかの方に決まっていたため、連絡していません"
        NOT_ALLOWED = "not_allowed", "連絡できる権限がないため、連絡していません"

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="lines")
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField("結果", max_length=12, choices=Outcome)

    objects: ClassVar[models.Manager["BatchLine"]] = models.Manager()

    class Meta:
        verbose_name = "まとめての連絡の1件"
        constraints = (
            models.UniqueConstraint(
                fields=["batch", "application"],
                name="batch_line_once",
                violation_error_message="この応募は、すでにこの連絡に入っています。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.application} {self.outcome}"
