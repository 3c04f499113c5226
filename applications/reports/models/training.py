"""研修受講報告: that a hired person took the training, as the scheme demands."""

from typing import ClassVar

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from applications.models import Hire
from keynet.vocabulary.recruiting import TrainingProvider


class TrainingReport(models.Model):
    """One report of one hire; it names no person. What was reported before a correction is kept beside it."""

    hire = models.OneToOneField(Hire, on_delete=models.PROTECT, related_name="training_report")
    provider = models.CharField("研修の実施主体", max_length=12, choices=TrainingProvider)
    provider_name = models.CharField("実施した団体・部署の名称", max_length=100, blank=True)
    name = models.CharField("研修の名称", max_length=100)
    # Empty when all of it was on one day.
    taken_from = models.DateField("受講の始まりの日", null=True, blank=True)
    taken_on = models.DateField("受講日")
    hours = models.DecimalField("時間数", max_digits=4, decimal_places=1)
    taken_before_hire = models.BooleanField("採用の前に受講済み", default=False)
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
            models.CheckConstraint(
                condition=Q(taken_from=None) | Q(taken_from__lte=F("taken_on")),
                name="training_runs_forward",
                violation_error_message="受講の終わりの日は、始まりの日より後にしてください。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.hire} {self.name}"

    @property
    def number(self) -> str:
        """Return the printed number, e.g. T-2611-000123."""
        return f"T-{timezone.localtime(self.reported_at):%y%m}-{self.pk:06}"


class TrainingCorrection(models.Model):
    """What a report said until it was corrected, and why it was."""

    report = models.ForeignKey(TrainingReport, on_delete=models.PROTECT, related_name="corrections")
    before = models.JSONField("直す前の内容", encoder=DjangoJSONEncoder)
    reason = models.CharField("直した理由", max_length=200)
    corrected_at = models.DateTimeField("直した日時", default=timezone.now)
    corrected_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects: ClassVar[models.Manager["TrainingCorrection"]] = models.Manager()

    class Meta:
        verbose_name = "研修受講報告の訂正"

    def __str__(self) -> str:
        return f"{self.report.number} {self.corrected_at:%Y-%m-%d}"

    @property
    def said(self) -> TrainingReport:
        """Return the report as it was, not to be stored."""
        columns = {field.name: field for field in TrainingReport._meta.concrete_fields}
        return TrainingReport(**{name: columns[name].to_python(kept) for name, kept in self.before.items()})
