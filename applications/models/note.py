"""A note (メモ): what clerks of one facility write for each other beside an application."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from applications.models.application import Application


class Note(models.Model):
    """Never shown to the applicant here; it is personal data of theirs all the same and is masked with the rest."""

    submission_id = models.UUIDField("送信の番号", unique=True)
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="notes")
    text = models.TextField("メモ", max_length=1000, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField("書いた日時", default=timezone.now)

    objects: ClassVar[models.Manager["Note"]] = models.Manager()

    class Meta:
        verbose_name = "施設の中のメモ"

    def __str__(self) -> str:
        return f"{self.application} {self.written_at:%Y-%m-%d}"
