"""The switch that stops all erasing at once, with its reason: what is erased cannot be brought back."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone


class MaskingStopQuerySet(models.QuerySet["MaskingStop"]):
    """Words for sets of stops."""

    def current(self) -> Self:
        """Stops that nobody has lifted."""
        return self.filter(lifted_at=None)


class MaskingStop(models.Model):
    """One stop, from a person of the office who says why until somebody lifts it."""

    reason = models.CharField("止める理由", max_length=300)
    stopped_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    stopped_at = models.DateTimeField("止めた日時", default=timezone.now)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    lifted_at = models.DateTimeField("再開した日時", null=True)

    objects: ClassVar[models.Manager["MaskingStop"]] = MaskingStopQuerySet.as_manager()

    class Meta:
        verbose_name = "消去の停止"

    def __str__(self) -> str:
        return f"{self.stopped_at:%Y-%m-%d} {self.reason}"
