"""A message: what a facility told an applicant, word for word (職発512号: relayed messages are never edited)."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from applications.models.application import Application


class Message(models.Model):
    """The facility's words of one step; the letter carries them, the applicant's page shows them."""

    class Step(models.TextChoices):
        INVITE = "invite", "面接のご案内"
        OFFER = "offer", "内定"
        NOT_SELECT = "not_select", "今回は見送り"
        HIRE = "hire", "採用"
        CANCEL = "cancel", "採用の取消"

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="messages")
    step = models.CharField("手続き", max_length=12, choices=Step)
    # Only an interview is announced more than once: a second one, or another day for the first.
    number = models.PositiveSmallIntegerField("何回目", default=1)
    text = models.TextField("本文", max_length=2000)
    # Of an offer only: by when the facility asks for the applicant's word.
    answer_by = models.DateField("返事の期限", null=True, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField("送信日時", default=timezone.now)

    objects: ClassVar[models.Manager["Message"]] = models.Manager()

    class Meta:
        verbose_name = "施設からの連絡"
        constraints = (
            models.UniqueConstraint(
                fields=["application", "step", "number"],
                name="message_once_per_step",
                violation_error_message="この連絡は、すでに送っています。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.application} {self.heading}"

    @property
    def heading(self) -> str:
        """Return the step in words, e.g. 面接のご案内（2回目）."""
        again = f"（{self.number}回目）" if self.number > 1 else ""
        return f"{self.get_step_display()}{again}"
