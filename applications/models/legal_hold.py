"""A legal hold: the data of one posting's applicants stay for a dispute or an inquiry of an authority."""

from typing import ClassVar, Self

from django.conf import settings
from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from postings.models import Posting


class LegalHoldQuerySet(models.QuerySet["LegalHold"]):
    """Words for sets of holds."""

    def current(self) -> Self:
        """Holds whose last day has not passed and which nobody lifted."""
        return self.filter(lifted_at=None, until__gte=timezone.localdate())


class LegalHold(models.Model):
    """Set by the office with a reason and a last day; the posting's facility sees it."""

    posting = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="holds")
    reason = models.CharField("保存を延ばす理由", max_length=300, validators=[MinLengthValidator(10)])
    until = models.DateField("保存を延ばす最後の日")
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField("設定日時", default=timezone.now)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    lifted_at = models.DateTimeField("解除日時", null=True)

    objects: ClassVar[models.Manager["LegalHold"]] = LegalHoldQuerySet.as_manager()

    class Meta:
        verbose_name = "保存の延長"
        constraints = (
            models.UniqueConstraint(
                fields=["posting"],
                condition=Q(lifted_at=None),
                name="legal_hold_once",
                violation_error_message="この募集の保存は、すでに延ばしています。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.posting} {self.until}"
