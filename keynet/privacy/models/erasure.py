"""Who has been erased: a digest and a day, so that a backup brought back does not bring people back."""

from typing import ClassVar

from django.db import models
from django.utils import timezone


class Erasure(models.Model):
    """One erased row: the digest of its kind, key and time of making says nothing about the person."""

    digest = models.CharField("照合値", max_length=64, unique=True)
    at = models.DateTimeField("消した日時", default=timezone.now)

    objects: ClassVar[models.Manager["Erasure"]] = models.Manager()

    class Meta:
        verbose_name = "消去の台帳"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.digest[:8]}"
