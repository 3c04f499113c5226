"""A refusal (不採用) that its facility has decided: for half an hour it can be called back, then the applicant is told."""

from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from applications.models.application import Application

SECOND_THOUGHTS = timedelta(minutes=30)
"""How long a decided refusal waits before the applicant hears of it."""


class RefusalQuerySet(models.QuerySet["Refusal"]):
    """Words for sets of refusals."""

    def waiting(self) -> Self:
        """Refusals that nobody has been told of."""
        return self.filter(told_at=None)

    def due(self) -> Self:
        """Refusals whose half hour is over."""
        return self.waiting().filter(decided_at__lte=timezone.now() - SECOND_THOUGHTS)


class Refusal(models.Model):
    """The state of the application changes when the applicant is told; until then nothing they see differs."""

    class Reason(models.TextChoices):
        """What the facility notes for itself; the applicant is told only the facility's words."""

        FILLED = "filled", "募集人数に達した"
        SKILLS = "skills", "資格・経験が募集の条件と合わない"
        TIMES = "times", "働ける日・時間が合わない"
        TERMS = "terms", "希望の条件と合わない"
        INTERVIEW = "interview", "面接の結果による"
        ABSENT = "absent", "面接に来られなかった・連絡がとれない"
        OTHER = "other", "そのほか"

    application = models.OneToOneField(Application, on_delete=models.CASCADE, related_name="refusal")
    reason = models.CharField("見送りの理由（施設の記録）", max_length=10, choices=Reason, blank=True)
    text = models.TextField("応募した方への連絡", max_length=2000, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField("決めた日時", default=timezone.now)
    told_at = models.DateTimeField("応募した方に知らせた日時", null=True)

    objects: ClassVar[models.Manager["Refusal"]] = RefusalQuerySet.as_manager()

    class Meta:
        verbose_name = "見送りの決定"
        constraints = (
            models.CheckConstraint(
                condition=Q(told_at__isnull=False) | ~Q(text=""),
                name="refusal_waiting_has_words",
                violation_error_message="応募した方への連絡を入力してください。",
            ),
        )
        indexes = (models.Index(fields=["decided_at"], name="refusal_waiting", condition=Q(told_at=None)),)

    def __str__(self) -> str:
        return f"{self.application} {self.decided_at:%Y-%m-%d %H:%M}"

    @property
    def tell_at(self) -> datetime:
        """Return when the letter leaves; until then the refusal can be called back."""
        return self.decided_at + SECOND_THOUGHTS

    @property
    def is_waiting(self) -> bool:
        """Return whether the applicant has not been told."""
        return self.told_at is None
