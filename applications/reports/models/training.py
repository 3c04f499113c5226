"""研修受講報告: that a hired person took the training, as the scheme demands."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from applications.models import Hire
from keynet.vocabulary.recruiting import TrainingProvider


class TrainingReport(models.Model):
    """One report of one hire; it names no person."""

    hire = models.OneToOneField(Hire, on_delete=models.PROTECT, related_name="training_report")
    provider = models.CharField("研修の実施主体", max_length=12, choices=TrainingProvider)
    name = models.CharField("研修の名称", max_length=100)
    taken_on = models.DateField("受講日")
    hours = models.DecimalField("時間数", max_digits=4, decimal_places=1)
    reported_at = models.DateTimeField("報告日時", default=timezone.now)
    reported_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects: ClassVar[models.Manager["TrainingReport"]] = models.Manager()

    class Meta:
        verbose_name = "研修受講報告"
        constraints = (
            models.CheckConstraint(
                condition=Q(hours__gt=0, hours__lte=200),
                name="training_hours_in_range",
                violation_error_message="研修の時間数は、0.5時間から200時間までで入力してください。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.hire} {self.name}"

    @property
    def number(self) -> str:
        """Return the printed number, e.g. T-2611-000123."""
        return f"T-{timezone.localtime(self.reported_at):%y%m}-{self.pk:06}"
